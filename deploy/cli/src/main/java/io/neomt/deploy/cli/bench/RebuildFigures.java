package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.terminal.Table;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What making views anew took, and what those noticed who asked meanwhile.
 *
 * @param before what checks took before
 * @param unanswered checks without an answer
 */
record RebuildFigures(List<During> rebuilds, List<Duration> before, int unanswered) {

    RebuildFigures {
        rebuilds = List.copyOf(rebuilds);
        before = List.copyOf(before);
    }

    /** @param checks what checks took during the run */
    record During(RebuildBench.Run run, List<Duration> checks) {
        During {
            checks = List.copyOf(checks);
        }
    }

    private double slower(During during) {
        return Figures.millis(during.checks(), 0.99) / Figures.millis(before, 0.99);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("checks_before", before.size());
        json.put("checks_before_p99_ms", Figures.millis(before, 0.99));
        json.put("checks_unanswered", unanswered);
        json.put("rebuilds", rebuilds.stream().map(this::json).toList());
        return json;
    }

    private Map<String, Object> json(During during) {
        RebuildBench.Run run = during.run();
        return Map.of(
                "view", run.view(),
                "tenants", run.tenants(),
                "events", run.events(),
                "parts", run.parts(),
                "seconds", run.took().toNanos() / 1e9,
                "events_per_second", run.perSecond(),
                "checks", during.checks().size(),
                "checks_p99_ms", Figures.millis(during.checks(), 0.99),
                "checks_p99_ratio", slower(during));
    }

    void print(PrintWriter out) {
        Table table = new Table(
                "view", "events", "seconds", "events/s", "check p99 before ms", "during ms", "times", "unanswered");
        for (During each : rebuilds) {
            RebuildBench.Run run = each.run();
            table.add(
                    run.view(),
                    Long.toString(run.events()),
                    number(run.took().toNanos() / 1e9),
                    number(run.perSecond()),
                    number(Figures.millis(before, 0.99)) + " of " + before.size(),
                    number(Figures.millis(each.checks(), 0.99)) + " of "
                            + each.checks().size(),
                    number(slower(each)),
                    Integer.toString(unanswered));
        }
        table.print(out);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
