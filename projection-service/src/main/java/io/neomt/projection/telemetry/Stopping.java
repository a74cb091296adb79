package io.neomt.projection.telemetry;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether the process has found itself broken. Then it takes no more events, and says so in its health. */
public final class Stopping {

    private final AtomicReference<@Nullable Throwable> cause = new AtomicReference<>();
    private final Runnable stop;

    /** @param stop ends the taking of events */
    public Stopping(Runnable stop) {
        this.stop = stop;
    }

    void because(Throwable thrown) {
        if (cause.compareAndSet(null, thrown)) {
            stop.run();
        }
    }

    @Nullable
    Throwable cause() {
        return cause.get();
    }
}
