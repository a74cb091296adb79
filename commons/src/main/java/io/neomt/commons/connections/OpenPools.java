package io.neomt.commons.connections;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pools by what they are for. One is opened when it is first asked for, given up when its row changes or nobody used it for
 * a while, and closed once nothing that was borrowed from it is still out. Thread-safe.
 */
final class OpenPools implements AutoCloseable {

    /** Whoever was just given the pool may not have borrowed yet. */
    private static final long LEAST_GRACE = Duration.ofSeconds(1).toNanos();

    /** Longer than any transaction should last. */
    private static final long LONGEST_GRACE = Duration.ofSeconds(60).toNanos();

    private final Map<PoolKey, OpenPool> pools = new ConcurrentHashMap<>();
    private final Queue<Retired> retired = new ConcurrentLinkedQueue<>();
    private final PoolBudget budget;
    private final LongSupplier clock;

    private record Retired(HikariDataSource source, long since) {}

    OpenPools(PoolBudget budget, LongSupplier clock) {
        this.budget = budget;
        this.clock = clock;
    }

    @Nullable
    OpenPool find(PoolKey key) {
        return pools.get(key);
    }

    /** Two threads may not open two pools: the second waits for the first. */
    OpenPool open(PoolKey key, Function<PoolKey, OpenPool> opening) {
        makeRoom();
        return pools.computeIfAbsent(key, wanted -> {
            OpenPool pool = opening.apply(wanted);
            if (!budget.admit(pool.source(), pool.source().getMaximumPoolSize())) {
                pool.source().close();
                throw new DatabaseUnavailableException("the process has no connection left for another database");
            }
            return pool;
        });
    }

    /** The one that was not used for longest makes way, unless all are in use. */
    private void makeRoom() {
        if (!budget.hasRoom()) {
            pools.entrySet().stream()
                    .filter(entry -> !entry.getValue().busy())
                    .min(Comparator.comparingLong(entry -> entry.getValue().usedAt()))
                    .ifPresent(entry -> giveUp(entry.getKey(), entry.getValue()));
        }
    }

    Map<PoolKey, OpenPool> all() {
        return pools.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void giveUp(PoolKey key, OpenPool pool) {
        if (pools.remove(key, pool)) {
            budget.leave(pool.source());
            Pools.resize(pool.source(), 1);
            retired.add(new Retired(pool.source(), clock.getAsLong()));
        }
    }

    void giveUpIdle(Duration idleAfter) {
        long now = clock.getAsLong();
        all().forEach((key, pool) -> {
            if (pool.idleFor(idleAfter.toNanos(), now)) {
                giveUp(key, pool);
            }
        });
    }

    void closeRetired() {
        long now = clock.getAsLong();
        retired.removeIf(pool -> {
            long age = now - pool.since();
            boolean over = age > LONGEST_GRACE || (age > LEAST_GRACE && Pools.active(pool.source()) == 0);
            if (over) {
                pool.source().close();
            }
            return over;
        });
    }

    @Override
    public void close() {
        all().forEach((key, pool) -> {
            pools.remove(key, pool);
            budget.leave(pool.source());
            pool.source().close();
        });
        retired.forEach(pool -> pool.source().close());
    }
}
