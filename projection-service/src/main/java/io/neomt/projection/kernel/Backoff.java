package io.neomt.projection.kernel;

import java.time.Duration;

/** How long to wait before trying again: twice as long each time, up to a limit. */
public record Backoff(Duration first, Duration most) {

    private static final int MOST_DOUBLINGS = 30;

    /** @param attempt 1 for the first failure */
    Duration after(int attempt) {
        Duration delay = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return delay.compareTo(most) < 0 ? delay : most;
    }
}
