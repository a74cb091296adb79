package io.neomt.query.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;

/**
 * Remembers the epoch of the event store for some seconds: it changes only when the store is restored. As long as somebody
 * asks, it is read anew beside them, so that no answer waits for the database.
 */
public final class Epoch implements IntSupplier {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final Duration READ_ANEW_AFTER = Duration.ofSeconds(2);

    private final LoadingCache<Boolean, Integer> epoch;

    public Epoch(Heads heads) {
        this(heads::epoch, Ticker.systemTicker(), Thread::startVirtualThread);
    }

    /** @param beside where it is read anew */
    Epoch(IntSupplier store, Ticker ticker, Executor beside) {
        this.epoch = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .refreshAfterWrite(READ_ANEW_AFTER)
                .ticker(ticker)
                .executor(beside)
                .build(_ -> store.getAsInt());
    }

    @Override
    public int getAsInt() {
        return epoch.get(Boolean.TRUE);
    }
}
