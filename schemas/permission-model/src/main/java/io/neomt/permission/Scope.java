package io.neomt.permission;

/** A set of resources, each scope within the next: {@code own} ⊂ {@code team} ⊂ {@code tenant}. */
public enum Scope {
    OWN,
    TEAM,
    TENANT;

    private final String text = name().toLowerCase(java.util.Locale.ROOT);

    /** Whether every resource in the other scope is in this one. */
    public boolean covers(Scope other) {
        return compareTo(other) >= 0;
    }

    public String text() {
        return text;
    }

    static Scope parse(String text) {
        for (Scope scope : values()) {
            if (scope.text.equals(text)) {
                return scope;
            }
        }
        throw new InvalidPermissionException("the scope is one of own, team, tenant, not '" + text + "'");
    }
}
