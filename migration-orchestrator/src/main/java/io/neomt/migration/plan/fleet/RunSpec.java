package io.neomt.migration.plan.fleet;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants migrated.
 *
 * @param region only what lies there; null for everywhere
 * @param tenant only this one's schema, by slug; null for all
 * @param takenBack the version that is taken back with all above it; null where versions are applied
 */
public record RunSpec(
        Scope scope,
        @Nullable String region,
        @Nullable String tenant,
        Policy policy,
        @Nullable String takenBack) {

    /** To apply what is pending. */
    public RunSpec(Scope scope, @Nullable String region, @Nullable String tenant, Policy policy) {
        this(scope, region, tenant, policy, null);
    }

    /** Whether versions are taken back instead of applied. */
    public boolean goesBack() {
        return takenBack != null;
    }
}
