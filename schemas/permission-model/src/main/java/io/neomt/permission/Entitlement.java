package io.neomt.permission;

import org.jspecify.annotations.Nullable;

/** One grant or denial that a user has, where it comes from, and what limits it. */
public record Entitlement(PermissionPattern pattern, Effect effect, Source source, Limits limits) {

    /** Without limits. */
    public Entitlement(PermissionPattern pattern, Effect effect, Source source) {
        this(pattern, effect, source, Limits.NONE);
    }

    /** As it is behind a link that has limits of its own. */
    Entitlement through(Limits link) {
        return new Entitlement(pattern, effect, source, link.and(limits));
    }

    /** As those have it who come to it another way. */
    Entitlement from(Source other) {
        return new Entitlement(pattern, effect, other, limits);
    }

    /** As a user of the platform has it in every tenant. */
    public Entitlement ofPlatform() {
        return from(new Source.Platform(source));
    }

    boolean isPlain() {
        return limits.equals(Limits.NONE);
    }

    /** On its own resource the pattern's scope does not count. */
    boolean covers(PermissionCode code, @Nullable ResourceRef resource) {
        if (limits.instance() == null) {
            return pattern.covers(code);
        }
        return resource != null && limits.instance().equals(resource.instance()) && pattern.names(code);
    }
}
