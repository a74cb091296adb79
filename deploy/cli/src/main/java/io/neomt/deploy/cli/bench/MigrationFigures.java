package io.neomt.deploy.cli.bench;

import java.time.Duration;
import java.util.List;

/**
 * What migrating the fleet took.
 *
 * @param schemas that the run migrated
 * @param flywayPerSecond schemas, by Flyway's API called once for each
 * @param perSecond schemas, by the run
 * @param nothing a run for which there is nothing to do
 * @param drift a comparison of all schemas with the template
 * @param before what checks took before the run
 * @param during what they took meanwhile
 * @param unanswered checks without an answer
 */
record MigrationFigures(
        long schemas,
        double flywayPerSecond,
        double perSecond,
        Duration nothing,
        Duration drift,
        List<Duration> before,
        List<Duration> during,
        int unanswered) {

    private static final int FLYWAYS = 10;

    List<Row> rows() {
        return List.of(
                Row.of("migrating " + schemas + " schemas by three steps", perSecond, "schemas/s")
                        .beside("Flyway's API called once for each", flywayPerSecond)
                        .goal("≥ 10 × Flyway", perSecond >= FLYWAYS * flywayPerSecond)
                        .with("nothing_to_do_ms", nothing.toNanos() / 1e6)
                        .with("drift_ms", drift.toNanos() / 1e6),
                CheckServing.row("while schemas are migrated", before, during)
                        .goal("≤ 1.5 × before", CheckServing.isBearable(before, during))
                        .with("unanswered", unanswered));
    }
}
