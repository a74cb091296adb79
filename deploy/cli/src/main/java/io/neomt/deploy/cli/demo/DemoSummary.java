package io.neomt.deploy.cli.demo;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The table at the end of the demo. */
final class DemoSummary {

    private static final String RULE = "─".repeat(78);

    private final DemoReport report;
    private final Map<String, Long> sequences;

    DemoSummary(DemoReport report, Map<String, Long> sequences) {
        this.report = report;
        this.sequences = sequences;
    }

    void print(Consumer<String> out) {
        out.accept("");
        out.accept(RULE);
        for (DemoReport.Step step : report.steps()) {
            out.accept(String.format(Locale.ROOT, "  ok  %-62s %6d ms", step.title(), step.millis()));
        }
        out.accept(RULE);
        double[] times = report.flips().stream()
                .mapToDouble(DemoReport.Flip::millis)
                .sorted()
                .toArray();
        out.accept(String.format(
                Locale.ROOT,
                "  %d checks turned; from sending the command to the new answer: median %.1f ms, longest %.1f ms",
                times.length,
                times[times.length / 2],
                times[times.length - 1]));
        sequences.forEach((tenant, last) -> out.accept(
                String.format(Locale.ROOT, "  %-12s %4d events, positions 1 to %d without a gap", tenant, last, last)));
        out.accept(RULE);
    }
}
