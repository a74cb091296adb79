package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.bench.LoadProcess.Outcome;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code neo bench check}: permission checks over HTTP. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Asks for permissions over HTTP from another process: as often as it goes, with and without changes beside,",
            "and at 10,000 a second, whatever the answers take. A fifth of the users gets four fifths of the questions. The",
            "limit is GET /health/live of the same server, which says a constant and asks for no token."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo bench check --size L --html check.html")
public final class BenchCheckCommand extends Bench {

    private static final double STEADY = 10_000;
    private static final double STEADY_MILLIS = 2;
    private static final double OF_CONSTANT = 0.8;
    private static final double THROUGHPUT = 30_000;
    private static final double OF_READ_ONLY = 0.9;
    private static final double HITS = 0.99;

    @Override
    public List<Row> run(Ground ground) throws IOException, SQLException, InterruptedException {
        CheckLoad load = new CheckLoad(ground, ground.pick(2, 15));
        load.warmUp();
        HitRate hits = new HitRate(ground.platform());
        double before = load.constants().perSecond();
        hits.since();
        Outcome checks = load.checks();
        double hitRate = hits.since();
        // before and after: what else the machine does changes all the time
        double constant = (before + load.constants().perSecond()) / 2;
        List<Row> rows = new ArrayList<>();
        rows.add(throughput(checks, constant).with("hit_rate", hitRate));
        rows.add(latency(load.checks(STEADY), load.constants(STEADY)));
        // commands take another way, on which nothing has been compiled yet
        List<Outcome> unused = load.checksAndChanges(checks.perSecond() / 10);
        for (int percent : List.of(1, 10)) {
            load.awaitViews();
            rows.addAll(withChanges(load, percent, checks, hits));
        }
        return rows;
    }

    private static Row throughput(Outcome checks, double constant) {
        return checks.on(Row.of("check over HTTP", checks.perSecond(), "/s")
                .beside("a constant from the same server", constant)
                .goal(
                        "≥ 80 % of the limit and ≥ 30,000/s",
                        checks.perSecond() >= OF_CONSTANT * constant && checks.perSecond() >= THROUGHPUT));
    }

    private static Row latency(Outcome checks, Outcome constant) {
        return checks.on(Row.of("check over HTTP at 10,000/s, p99", checks.millis(99), "ms")
                .beside("a constant at 10,000/s", constant.millis(99))
                .goal("< 2 ms", checks.millis(99) < STEADY_MILLIS));
    }

    private static List<Row> withChanges(CheckLoad load, int percent, Outcome readOnly, HitRate hits)
            throws IOException, InterruptedException {
        hits.since();
        List<Outcome> both = load.checksAndChanges(readOnly.perSecond() * percent / 100);
        double hitRate = hits.since();
        Outcome checks = both.getFirst();
        Outcome changes = both.getLast();
        String what = "while " + percent + " % as many are changes";
        Row throughput = checks.on(Row.of("check " + what, checks.perSecond(), "/s")
                .beside("without changes", readOnly.perSecond())
                .with("changes_per_second", changes.perSecond())
                .with("changes_refused", changes.refused())
                .with("changes_p99_ms", changes.millis(99)));
        Row hit = Row.of("hit rate " + what, 100 * hitRate, "%");
        return percent > 1
                ? List.of(throughput, hit)
                : List.of(
                        throughput.goal(
                                "≥ 90 % of the limit", checks.perSecond() >= OF_READ_ONLY * readOnly.perSecond()),
                        hit.goal("≥ 99 %", hitRate >= HITS));
    }
}
