package io.neomt.permission;

import org.jspecify.annotations.Nullable;

/**
 * An action on a kind of resource, without a scope: the resource that it is checked on decides that. Holds no wildcard.
 */
public final class ResourceAction {

    private final PermissionCode own;
    private final PermissionCode team;
    private final PermissionCode tenant;

    /**
     * @param resource a lower-case name of at most 63 characters
     * @param action a lower-case name of at most 63 characters
     * @throws InvalidPermissionException when a segment is not well-formed or is a wildcard
     */
    public ResourceAction(String resource, String action) {
        this.own = new PermissionCode(resource, action, Scope.OWN);
        this.team = new PermissionCode(resource, action, Scope.TEAM);
        this.tenant = new PermissionCode(resource, action, Scope.TENANT);
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

    public String resource() {
        return tenant.resource();
    }

    public String action() {
        return tenant.action();
    }

    /** Always the same object for the same scope. */
    public PermissionCode in(Scope scope) {
        return switch (scope) {
            case OWN -> own;
            case TEAM -> team;
            case TENANT -> tenant;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResourceAction that && tenant.equals(that.tenant);
    }

    @Override
    public int hashCode() {
        return tenant.hashCode();
    }

    @Override
    public String toString() {
        return resource() + "." + action();
    }
}
