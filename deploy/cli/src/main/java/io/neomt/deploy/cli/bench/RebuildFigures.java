package io.neomt.deploy.cli.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What making views anew took, and what those noticed who asked meanwhile.
 *
 * @param before what checks took before
 * @param unanswered checks without an answer
 */
record RebuildFigures(List<During> rebuilds, List<Duration> before, int unanswered) {

    private static final int GOAL = 50_000;

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

    List<Row> rows() {
        return rebuilds.stream().flatMap(this::rows).toList();
    }

    private Stream<Row> rows(During during) {
        RebuildBench.Run run = during.run();
        return Stream.of(
                Row.of("rebuild of " + run.view(), run.perSecond(), "events/s")
                        .goal("≥ 50,000/s", run.perSecond() >= GOAL)
                        .with("events", run.events())
                        .with("tenants", run.tenants())
                        .with("parts", run.parts())
                        .with("seconds", run.took().toNanos() / 1e9),
                CheckServing.row("while " + run.view() + " is rebuilt", before, during.checks())
                        .goal("≤ 1.5 × before", CheckServing.isBearable(before, during.checks()))
                        .with("unanswered", unanswered));
    }
}
