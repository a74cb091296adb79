package io.neomt.query.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** Keeps requests away from a server that has just failed; now and then one is let through to try it. */
final class Circuit {

    /** @param retryAt in the clock's nanoseconds */
    private record Open(long retryAt) {}

    private static final Open CLOSED = new Open(0);

    private final long pause;
    private final LongSupplier nanos;
    private final AtomicReference<Open> state = new AtomicReference<>(CLOSED);

    /** @param pause how long the server is left alone after a failure */
    Circuit(Duration pause, LongSupplier nanos) {
        this.pause = pause.toNanos();
        this.nanos = nanos;
    }

    /** Whether to ask the server; after the pause this is true for one caller, who tries it for all. */
    boolean permits() {
        Open open = state.get();
        if (open == CLOSED) {
            return true;
        }
        long now = nanos.getAsLong();
        return now - open.retryAt() >= 0 && state.compareAndSet(open, new Open(now + pause));
    }

    void succeeded() {
        if (state.get() != CLOSED) {
            state.set(CLOSED);
        }
    }

    /** @return whether this is news */
    boolean failed() {
        return state.getAndSet(new Open(nanos.getAsLong() + pause)) == CLOSED;
    }
}
