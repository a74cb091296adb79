package io.neomt.migration.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.migration.plan.drift.DriftReport;
import io.neomt.migration.plan.drift.DriftedSchema;
import io.neomt.migration.store.drift.DriftScan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the last nightly comparison has found; that of the one orchestrator whose turn it was. */
final class DriftMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(DriftMetrics.class);

    private final DriftScan scan;
    private volatile int drifted;
    private volatile int unreachable;

    DriftMetrics(DriftScan scan, MeterRegistry metrics) {
        this.scan = scan;
        Gauge.builder("migration.drifted.schemas", () -> drifted)
                .description("schemas that are not what their version should be")
                .register(metrics);
        Gauge.builder("migration.drift.unreachable", () -> unreachable)
                .description("databases of which the last comparison knows nothing")
                .register(metrics);
    }

    void scan() {
        DriftReport report = scan.scan(null);
        drifted = report.schemas().size();
        unreachable = report.unreachable().size();
        for (DriftedSchema schema : report.schemas()) {
            LOG.warn("the schema {} on {} is not what its version should be", schema.schema(), schema.connection());
        }
        LOG.info("{} schemas were compared with the template in {} ms", report.scanned(), report.millis());
    }

    /** Another knows it now. */
    void forget() {
        drifted = 0;
        unreachable = 0;
    }
}
