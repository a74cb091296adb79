package io.neomt.query.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.scene.CachedSets;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Seen;

/** Counts what looks into the cache find. */
public final class CountedSets implements CachedSets {

    private final CachedSets sets;
    private final Counter hits;
    private final Counter behind;
    private final Counter incomplete;
    private final Counter errors;

    public CountedSets(CachedSets sets, MeterRegistry registry) {
        this.sets = sets;
        this.hits = counter(registry, "hit");
        this.behind = counter(registry, "behind");
        this.incomplete = counter(registry, "miss");
        this.errors = counter(registry, "error");
    }

    private static Counter counter(MeterRegistry registry, String result) {
        return Counter.builder("cache_operations_total")
                .description("Looks into the cache of permission sets")
                .tag("operation", "read")
                .tag("result", result)
                .register(registry);
    }

    @Override
    public Seen read(TenantId tenant, Needs needs, Position atLeast, Extent extent) {
        Seen seen = sets.read(tenant, needs, atLeast, extent);
        (switch (seen) {
                    case Seen.Found _ -> hits;
                    case Seen.Behind _ -> behind;
                    case Seen.Incomplete _ -> incomplete;
                    case Seen.Unreachable _ -> errors;
                })
                .increment();
        return seen;
    }
}
