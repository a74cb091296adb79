package io.neomt.provisioning.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.neomt.event.TenantId;
import io.neomt.provisioning.run.Observer;
import io.neomt.provisioning.run.Outcome.Blocked;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Outcome.Unfinished;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts how attempts end, and writes down what a person may have to look at. */
final class MeteredLog implements Observer {

    private static final Logger LOG = LoggerFactory.getLogger(MeteredLog.class);
    private static final String COUNTER = "provisioning.tenants";

    private final MeterRegistry metrics;
    private final Timer duration;

    MeteredLog(MeterRegistry metrics) {
        this.metrics = metrics;
        this.duration = Timer.builder("provisioning.duration")
                .description("from hearing of a tenant until it is active")
                .publishPercentileHistogram()
                .register(metrics);
    }

    @Override
    public void done(TenantId tenant, Duration took) {
        duration.record(took);
        count("done");
        LOG.info("tenant {} is active after {} ms", tenant, took.toMillis());
    }

    @Override
    public void migrated(TenantId tenant) {
        count("migrated");
        LOG.info("the schema of tenant {} is of the newest template now", tenant);
    }

    @Override
    public void unfinished(TenantId tenant, Unfinished outcome, int attempts, Duration next) {
        String result =
                switch (outcome) {
                    case Interrupted _ -> "interrupted";
                    case Blocked _ -> "blocked";
                };
        count(result);
        LOG.warn(
                "tenant {} is not ready yet after attempt {}: {}; next attempt in {} ms",
                tenant,
                attempts,
                outcome.reason(),
                next.toMillis());
    }

    @Override
    public void failed(TenantId tenant, RuntimeException failure) {
        LOG.warn("an attempt to provision or migrate tenant {} broke off", tenant, failure);
    }

    static void sweepFailed(RuntimeException failure) {
        LOG.warn("the directory of tenants could not be read; it is looked into again", failure);
    }

    private void count(String result) {
        metrics.counter(COUNTER, "result", result).increment();
    }
}
