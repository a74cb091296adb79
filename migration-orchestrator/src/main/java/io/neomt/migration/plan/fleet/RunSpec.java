package io.neomt.migration.plan.fleet;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants migrated.
 *
 * @param region only what lies there; null for everywhere
 * @param tenant only this one's schema, by slug; null for all
 */
public record RunSpec(
        Scope scope, @Nullable String region, @Nullable String tenant, Policy policy) {}
