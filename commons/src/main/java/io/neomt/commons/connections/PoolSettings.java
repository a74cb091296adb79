package io.neomt.commons.connections;

import java.time.Duration;

/**
 * How a process deals with the databases of tenants.
 *
 * @param residency whose rows it may touch
 * @param budget of connections, for all its pools together
 * @param idleAfter how long a pool that nobody uses stays open
 * @param replicaLag how far behind a replica may be that is read from where that will do; zero where none is
 * @param most the most connections of one pool, none of which is kept open for nothing; 0 for what the registry says
 */
public record PoolSettings(Residency residency, PoolBudget budget, Duration idleAfter, Duration replicaLag, int most) {

    /** With pools as the registry says. */
    public PoolSettings(Residency residency, PoolBudget budget, Duration idleAfter, Duration replicaLag) {
        this(residency, budget, idleAfter, replicaLag, 0);
    }

    /** For work beside what the services answer: small pools that nothing else draws on, closed soon after it. */
    public static PoolSettings apart(Residency residency, int most) {
        return new PoolSettings(
                residency, new PoolBudget(Integer.MAX_VALUE), Duration.ofSeconds(10), Duration.ZERO, most);
    }

    /** For every region, without a bound on all pools together, and without replicas. */
    public static PoolSettings unbounded() {
        return new PoolSettings(
                Residency.EVERYWHERE, new PoolBudget(Integer.MAX_VALUE), Duration.ofMinutes(10), Duration.ZERO);
    }
}
