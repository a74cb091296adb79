package io.neomt.query.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.scene.CachedSets;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Seen;
import java.util.concurrent.atomic.LongAdder;

/** Says which part of the looks into the cache could be answered from it, since the service started. */
public final class RatedSets implements CachedSets {

    private final CachedSets sets;
    private final LongAdder looks = new LongAdder();
    private final LongAdder hits = new LongAdder();

    public RatedSets(CachedSets sets, MeterRegistry registry) {
        this.sets = sets;
        Gauge.builder("cache_hit_ratio", this, RatedSets::ratio)
                .description("Part of the looks into the cache that could be answered from it")
                .tag("cache_type", "permission_sets")
                .register(registry);
    }

    @Override
    public Seen read(TenantId tenant, Needs needs, Position atLeast, Extent extent) {
        Seen seen = sets.read(tenant, needs, atLeast, extent);
        looks.increment();
        if (seen instanceof Seen.Found) {
            hits.increment();
        }
        return seen;
    }

    private double ratio() {
        long all = looks.sum();
        return all == 0 ? 0 : (double) hits.sum() / all;
    }
}
