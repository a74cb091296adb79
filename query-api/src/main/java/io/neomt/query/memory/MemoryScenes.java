package io.neomt.query.memory;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.At;
import io.neomt.query.scene.CachedSets;
import io.neomt.query.scene.CachedSets.Extent;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Question;
import io.neomt.query.scene.Scenes;
import io.neomt.query.scene.Seen;
import org.jspecify.annotations.Nullable;

/**
 * Answers from memory what can be answered from there. Where only a user or a resource is missing, just that is read and
 * put to the roles and teams at hand; anything else is left to others.
 */
public final class MemoryScenes implements Scenes {

    private final Memory memory;
    private final CachedSets cache;
    private final Scenes others;
    private final MemoryMeter meter;

    /** @param cache that is to remember what it reads, as {@link #remembering} does */
    public MemoryScenes(Memory memory, CachedSets cache, Scenes others, MemoryMeter meter) {
        this.memory = memory;
        this.cache = cache;
        this.others = others;
        this.meter = meter;
    }

    /** Remembers whatever is read from a cache. */
    public static CachedSets remembering(CachedSets sets, Memory memory) {
        return (tenant, needs, atLeast, extent) -> {
            TenantMemory before = memory.open(tenant);
            Seen seen = sets.read(tenant, needs, atLeast, extent);
            if (before != null && seen instanceof Seen.Found(var snapshot)) {
                before.remember(snapshot, needs);
                memory.tidy();
            }
            return seen;
        };
    }

    @Override
    public <T> At<T> ask(TenantId tenant, Position atLeast, Question<T> question) {
        TenantMemory remembered = memory.of(tenant);
        @Nullable At<T> answer = remembered == null ? null : remembered.ask(atLeast, question);
        if (answer != null) {
            meter.hit();
            return answer;
        }
        meter.missed();
        @Nullable At<T> completed = remembered == null ? null : complete(remembered, tenant, atLeast, question);
        return completed != null ? completed : others.ask(tenant, atLeast, question);
    }

    private <T> @Nullable At<T> complete(
            TenantMemory remembered, TenantId tenant, Position atLeast, Question<T> question) {
        Needs missing = remembered.missing(question.needs());
        return missing != null && cache.read(tenant, missing, atLeast, Extent.WITHOUT_SHARED) instanceof Seen.Found
                ? remembered.ask(atLeast, question)
                : null;
    }
}
