package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.terminal.Table;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    private double ratio() {
        return perSecond / flywayPerSecond;
    }

    private double slower() {
        return Figures.millis(during, 0.99) / Figures.millis(before, 0.99);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schemas", schemas);
        json.put("flyway_per_second", flywayPerSecond);
        json.put("per_second", perSecond);
        json.put("ratio", ratio());
        json.put("nothing_to_do_ms", nothing.toNanos() / 1e6);
        json.put("drift_ms", drift.toNanos() / 1e6);
        json.put("checks_before", before.size());
        json.put("checks_before_p99_ms", Figures.millis(before, 0.99));
        json.put("checks_during", during.size());
        json.put("checks_during_p99_ms", Figures.millis(during, 0.99));
        json.put("checks_p99_ratio", slower());
        json.put("checks_unanswered", unanswered);
        return json;
    }

    void print(PrintWriter out) {
        new Table("what", "figure", "")
                .add("plain Flyway, one schema after the other", number(flywayPerSecond), "schemas/s")
                .add("a run over " + schemas + " schemas", number(perSecond), "schemas/s")
                .add("  beside plain Flyway", number(ratio()), "times")
                .add("a run without anything to do", number(nothing.toNanos() / 1e6), "ms")
                .add("comparing all schemas with the template", number(drift.toNanos() / 1e6), "ms")
                .add("checks before, p99 of " + before.size(), number(Figures.millis(before, 0.99)), "ms")
                .add("checks during the run, p99 of " + during.size(), number(Figures.millis(during, 0.99)), "ms")
                .add("  beside those before", number(slower()), "times")
                .add("checks without an answer", Integer.toString(unanswered), "")
                .print(out);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
