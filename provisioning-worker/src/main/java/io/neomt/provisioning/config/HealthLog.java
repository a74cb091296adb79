package io.neomt.provisioning.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.provisioning.connections.HealthObserver;
import io.neomt.provisioning.registry.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down when a connection fails, recovers, or is replaced. */
final class HealthLog implements HealthObserver {

    private static final Logger LOG = LoggerFactory.getLogger(HealthLog.class);

    private final MeterRegistry metrics;

    HealthLog(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public void turned(String connection, Health before, Health after) {
        if (after.active() && after.healthy()) {
            LOG.info("connection {} answers again", connection);
        } else if (before.active() && !after.active()) {
            metrics.counter("connections.disabled").increment();
            LOG.warn("connection {} is switched off: {}", connection, after.lastError());
        } else {
            LOG.warn("connection {} does not do well: {}", connection, after.lastError());
        }
    }

    @Override
    public void succeeded(String old, String successor) {
        metrics.counter("connections.failovers").increment();
        LOG.warn("connection {} took the place of {}, which is fenced now", successor, old);
    }

    @Override
    public void broken(RuntimeException failure) {
        LOG.warn("a check of the connections broke off; the next one comes", failure);
    }
}
