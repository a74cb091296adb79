package io.neomt.query.freshness;

import java.time.Duration;

/**
 * How long a request that needs a newer state may wait for it.
 *
 * @param cache until when the cache is waited for before the database is read instead
 * @param total until when the database is waited for before the request is refused
 * @param poll after which time a waiter looks again although nobody told it of a change
 */
public record Patience(Duration cache, Duration total, Duration poll) {

    public Patience {
        if (cache.isNegative() || total.compareTo(cache) < 0 || !poll.isPositive()) {
            throw new IllegalArgumentException(
                    "waiting needs 0 <= cache <= total and poll > 0, not " + cache + ", " + total + ", " + poll);
        }
    }
}
