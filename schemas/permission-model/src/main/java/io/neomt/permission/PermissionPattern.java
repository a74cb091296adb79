package io.neomt.permission;

/**
 * What a grant or denial holds: {@code resource.action.scope}, where each segment may be {@code *}. The wildcard scope
 * means {@code tenant}; the text keeps the spelling in which it was given.
 *
 * @param resource a name or {@code *}
 * @param action a name or {@code *}
 * @param text the canonical text
 */
public record PermissionPattern(String resource, String action, Scope scope, String text) {

    /** @throws InvalidPermissionException when the text is not {@code resource.action.scope} */
    public static PermissionPattern parse(String text) {
        String[] segments = Segment.threeOf(text);
        Scope scope = Segment.WILDCARD.equals(segments[2]) ? Scope.TENANT : Scope.parse(segments[2]);
        return new PermissionPattern(
                Segment.nameOrWildcard("resource", segments[0]),
                Segment.nameOrWildcard("action", segments[1]),
                scope,
                text);
    }

    /** Whether the first two segments match and the scope is the code's or wider. */
    public boolean covers(PermissionCode code) {
        return names(code) && scope.covers(code.scope());
    }

    /** Whether the first two segments match. */
    boolean names(PermissionCode code) {
        return matches(resource, code.resource()) && matches(action, code.action());
    }

    private static boolean matches(String pattern, String name) {
        return Segment.WILDCARD.equals(pattern) || pattern.equals(name);
    }

    @Override
    public String toString() {
        return text;
    }
}
