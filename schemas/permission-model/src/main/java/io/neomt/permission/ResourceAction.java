package io.neomt.permission;

/**
 * An action on a kind of resource, without a scope: the resource that it is checked on decides that. Holds no wildcard.
 *
 * @param resource a lower-case name of at most 63 characters
 * @param action a lower-case name of at most 63 characters
 */
public record ResourceAction(String resource, String action) {

    /** @throws InvalidPermissionException when a segment is not well-formed or is a wildcard */
    public ResourceAction {
        Segment.name("resource", resource);
        Segment.name("action", action);
    }

    /** @throws InvalidPermissionException when the text is not {@code resource.action} without wildcards */
    public static ResourceAction parse(String text) {
        String[] segments = text.split("\\.", -1);
        if (segments.length != 2) {
            throw new InvalidPermissionException("an action on a resource has two segments, resource.action, not "
                    + segments.length + " as in '" + text + "'");
        }
        return new ResourceAction(segments[0], segments[1]);
    }

    public PermissionCode in(Scope scope) {
        return new PermissionCode(resource, action, scope);
    }

    @Override
    public String toString() {
        return resource + "." + action;
    }
}
