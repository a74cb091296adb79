package io.neomt.query.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.function.IntSupplier;

/** Remembers the epoch of the event store for some seconds: it changes only when the store is restored. */
public final class Epoch implements IntSupplier {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final LoadingCache<Boolean, Integer> epoch;

    public Epoch(Heads heads) {
        this.epoch = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build(_ -> heads.epoch());
    }

    @Override
    public int getAsInt() {
        return epoch.get(Boolean.TRUE);
    }
}
