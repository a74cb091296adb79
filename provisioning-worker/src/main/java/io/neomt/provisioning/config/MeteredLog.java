package io.neomt.provisioning.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.neomt.event.TenantId;
import io.neomt.provisioning.run.Observer;
import io.neomt.provisioning.run.Outcome.Blocked;
import io.neomt.provisioning.run.Outcome.Done;
import io.neomt.provisioning.run.Outcome.Elsewhere;
import io.neomt.provisioning.run.Outcome.Finished;
import io.neomt.provisioning.run.Outcome.GivenUp;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Outcome.Removed;
import io.neomt.provisioning.run.Outcome.RoleGiven;
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
    public void finished(TenantId tenant, Finished outcome, Duration took) {
        switch (outcome) {
            case Done _ -> {
                duration.record(took);
                count("done");
                LOG.info("tenant {} is active after {} ms", tenant, took.toMillis());
            }
            case RoleGiven _ -> {
                count("role_given");
                LOG.info("tenant {} has a role now", tenant);
            }
            case Removed _ -> {
                count("removed");
                LOG.info("tenant {} is out of use or gone after {} ms", tenant, took.toMillis());
            }
            case GivenUp given -> {
                count("given_up");
                LOG.error("tenant {} was given up: {}", tenant, given.reason());
            }
            case Elsewhere _ -> LOG.debug("nothing to do here for tenant {}", tenant);
        }
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
        LOG.warn("an attempt to provision tenant {} broke off", tenant, failure);
    }

    static void unproven(String connection, RuntimeException failure) {
        LOG.warn("schemas on {} are made by one migration after the other: {}", connection, failure.getMessage());
    }

    static void stockFailed(String connection, RuntimeException failure) {
        LOG.warn("no schemas could be made ahead of time on {}; it is tried again", connection, failure);
    }

    static void sweepFailed(RuntimeException failure) {
        LOG.warn("the directory of tenants could not be read; it is looked into again", failure);
    }

    private void count(String result) {
        metrics.counter(COUNTER, "result", result).increment();
    }
}
