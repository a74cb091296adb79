package io.neomt.projection.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.event.TenantId;
import io.neomt.projection.rebuild.Reconciler;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs what is found when views are compared with the log. */
public final class DriftTelemetry implements Reconciler.Findings {

    private static final Logger LOG = LoggerFactory.getLogger(DriftTelemetry.class);

    private final MeterRegistry metrics;

    /** @param views whose counters are there from the beginning, so that a first finding shows as an increase */
    public DriftTelemetry(MeterRegistry metrics, Collection<String> views) {
        this.metrics = metrics;
        for (String view : views) {
            counter("projection.reconcile.checked", view);
            counter("projection.reconcile.failed", view);
            counter("projection.reconcile.drifted", view);
            counter("projection.reconcile.fields", view);
        }
    }

    @Override
    public void checked(String view, TenantId tenant, long fields) {
        counter("projection.reconcile.checked", view).increment();
        if (fields > 0) {
            counter("projection.reconcile.drifted", view).increment();
            counter("projection.reconcile.fields", view).increment((double) fields);
            LOG.error(
                    "{} of tenant {} is not what the log says: {} fields differ; it is made anew",
                    view,
                    tenant,
                    fields);
        }
    }

    @Override
    public void unchecked(String view, TenantId tenant, RuntimeException cause) {
        counter("projection.reconcile.failed", view).increment();
        LOG.warn("{} of tenant {} could not be compared with the log: {}", view, tenant, cause.toString());
    }

    private Counter counter(String name, String view) {
        return metrics.counter(name, "projection", view);
    }
}
