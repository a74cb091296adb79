package io.neomt.query.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Keeps requests away from a server that has just failed; now and then one is let through to try it. */
final class Circuit {

    private final long pause;
    private final LongSupplier nanos;
    private final AtomicLong retryAt = new AtomicLong();
    private volatile boolean open;

    /** @param pause how long the server is left alone after a failure */
    Circuit(Duration pause, LongSupplier nanos) {
        this.pause = pause.toNanos();
        this.nanos = nanos;
    }

    /** Whether to ask the server; after the pause this is true for one caller, who tries it for all. */
    boolean permits() {
        if (!open) {
            return true;
        }
        long next = retryAt.get();
        long now = nanos.getAsLong();
        return now - next >= 0 && retryAt.compareAndSet(next, now + pause);
    }

    void succeeded() {
        if (open) {
            open = false;
        }
    }

    /** @return whether this is news */
    boolean failed() {
        boolean news = !open;
        retryAt.set(nanos.getAsLong() + pause);
        open = true;
        return news;
    }
}
