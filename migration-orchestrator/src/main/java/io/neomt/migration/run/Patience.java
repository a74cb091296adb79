package io.neomt.migration.run;

import java.time.Duration;

/**
 * How often and after what pauses an unreachable database is tried again; each pause is twice the one before.
 *
 * @param attempts at least 1
 * @param longest the pause that is not exceeded
 */
public record Patience(int attempts, Duration first, Duration longest) {

    public Patience {
        if (attempts < 1) {
            throw new IllegalArgumentException("at least one attempt is needed, not " + attempts);
        }
    }

    /** @param attempt the one that failed, from 1 */
    Duration after(int attempt) {
        // beyond some doublings every pause is the longest; more would overflow
        Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, 20));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
