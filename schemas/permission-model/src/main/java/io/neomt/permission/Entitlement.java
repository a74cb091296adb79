package io.neomt.permission;

import org.jspecify.annotations.Nullable;

/** One grant or denial that a user has, where it comes from, and what limits it. */
public record Entitlement(PermissionPattern pattern, Effect effect, Source source, Limits limits) {

    /** Without limits. */
    public Entitlement(PermissionPattern pattern, Effect effect, Source source) {
        this(pattern, effect, source, Limits.NONE);
    }

    /** On its own resource the pattern's scope does not count. */
    boolean covers(PermissionCode code, @Nullable ResourceRef resource) {
        if (limits.instance() == null) {
            return pattern.covers(code);
        }
        return resource != null && limits.instance().equals(resource.instance()) && pattern.names(code);
    }
}
