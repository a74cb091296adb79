package io.neomt.query.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.query.memory.MemoryMeter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts what memory is good for, and what it forgets. */
public final class MeteredMemory implements MemoryMeter {

    private final MeterRegistry registry;
    private final Counter hits;
    private final Counter misses;
    private final Map<Kind, Counter> invalidations = new EnumMap<>(Kind.class);

    public MeteredMemory(MeterRegistry registry) {
        this.registry = registry;
        this.hits = reads("hit");
        this.misses = reads("miss");
        for (Kind kind : Kind.values()) {
            invalidations.put(kind, invalidations(kind));
        }
        Gauge.builder("cache_hit_ratio", this, MeteredMemory::ratio)
                .description("Part of the looks into the cache that could be answered from it")
                .tag("cache_type", "memory")
                .register(registry);
    }

    /** @param size how many values are remembered */
    public void watch(LongSupplier size) {
        Gauge.builder("memory_entries", size, LongSupplier::getAsLong)
                .description("Sets of users, roles, teams and resources that are remembered")
                .strongReference(true)
                .register(registry);
    }

    private Counter reads(String result) {
        return Counter.builder("memory_reads_total")
                .description("Questions that were asked of the memory")
                .tag("result", result)
                .register(registry);
    }

    private Counter invalidations(Kind kind) {
        return Counter.builder("memory_invalidations_total")
                .description("What was said to be outdated, by kind")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private double ratio() {
        double all = hits.count() + misses.count();
        return all == 0 ? 0 : hits.count() / all;
    }

    @Override
    public void hit() {
        hits.increment();
    }

    @Override
    public void missed() {
        misses.increment();
    }

    @Override
    public void invalidated(Kind kind, int times) {
        invalidations.getOrDefault(kind, misses).increment(times);
    }
}
