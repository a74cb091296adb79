package io.neomt.commons.connections;

import java.time.Duration;

/**
 * How a process deals with the databases of tenants.
 *
 * @param residency whose rows it may touch
 * @param budget of connections, for all its pools together
 * @param idleAfter how long a pool that nobody uses stays open
 * @param replicaLag how far behind a replica may be that is read from where that will do; zero where none is
 */
public record PoolSettings(Residency residency, PoolBudget budget, Duration idleAfter, Duration replicaLag) {

    /** For every region, without a bound on all pools together, and without replicas. */
    public static PoolSettings unbounded() {
        return new PoolSettings(
                Residency.EVERYWHERE, new PoolBudget(Integer.MAX_VALUE), Duration.ofMinutes(10), Duration.ZERO);
    }
}
