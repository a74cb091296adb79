package io.neomt.commons.connections;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds what all pools of a process open together. When a pool comes, the others shrink: what is idle is closed at once,
 * what is in use when it is given back. Thread-safe.
 */
public final class PoolBudget {

    /** Shared by the services that run in this process. */
    private static final PoolBudget OF_PROCESS = new PoolBudget(Integer.MAX_VALUE);

    private final Map<HikariDataSource, Integer> wanted = new LinkedHashMap<>();
    private int most;

    /** @param most connections of all pools together, at least 1 */
    public PoolBudget(int most) {
        this.most = most;
    }

    /** The one of this process, from now on with this bound. */
    public static PoolBudget ofProcess(int most) {
        OF_PROCESS.limit(most);
        return OF_PROCESS;
    }

    private synchronized void limit(int bound) {
        most = bound;
        share();
    }

    /** False where there is not one connection left for another pool. */
    synchronized boolean admit(HikariDataSource pool, int wish) {
        if (wanted.size() >= most) {
            return false;
        }
        wanted.put(pool, wish);
        share();
        return true;
    }

    /** Whether another pool would be admitted now. */
    synchronized boolean hasRoom() {
        return wanted.size() < most;
    }

    synchronized void leave(HikariDataSource pool) {
        if (wanted.remove(pool) != null) {
            share();
        }
    }

    private void share() {
        if (wanted.size() > most) {
            // the bound was lowered: no pool is taken away, none is added
            return;
        }
        List<HikariDataSource> pools = new ArrayList<>(wanted.keySet());
        List<Integer> shares = PoolShares.of(List.copyOf(wanted.values()), most);
        for (int i = 0; i < pools.size(); i++) {
            Pools.resize(pools.get(i), shares.get(i));
        }
    }
}
