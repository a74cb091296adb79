package io.neomt.commons.observability;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Shows how many connections of a pool are in use. */
public final class PoolMetrics {

    private final MeterRegistry metrics;

    public PoolMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    public void watch(String name, HikariDataSource pool) {
        Gauge.builder("db.connections.active", pool, PoolMetrics::active)
                .tag("pool", name)
                .register(metrics);
    }

    private static double active(HikariDataSource source) {
        // none before the first connection is asked for
        HikariPoolMXBean pool = source.getHikariPoolMXBean();
        return pool == null ? 0 : pool.getActiveConnections();
    }
}
