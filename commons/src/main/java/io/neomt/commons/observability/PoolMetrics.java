package io.neomt.commons.observability;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Shows how many connections of a pool are in use. */
public final class PoolMetrics {

    private final MeterRegistry metrics;
    /** The newest by each name: a pool may be replaced. */
    private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();

    public PoolMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    public void watch(String name, HikariDataSource pool) {
        pools.put(name, pool);
        Gauge.builder("db.connections.active", pools, all -> active(all.get(name)))
                .tag("pool", name)
                .register(metrics);
    }

    private static double active(@Nullable HikariDataSource source) {
        if (source == null || source.isClosed()) {
            return 0;
        }
        // none before the first connection is asked for
        HikariPoolMXBean pool = source.getHikariPoolMXBean();
        return pool == null ? 0 : pool.getActiveConnections();
    }
}
