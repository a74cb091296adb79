package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.platform.ServiceName;
import java.sql.SQLException;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;

/** {@code neo bench misses}: what a check costs of which memory knows too little. */
@Command(
        name = "misses",
        mixinStandardHelpOptions = true,
        description = {
            "Asks, inside the query API and without HTTP, about users that it does not remember: with the roles and teams of",
            "the tenant at hand, and with nothing at all. Between two questions it reads a small value from Redis over the",
            "same connections, which is the limit."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo bench misses --json misses.json")
public final class BenchMissesCommand extends Bench {

    private static final double SHARED_AT_HAND = 1.5;
    private static final double ALL_COLD = 2.5;
    private static final double NANOS_OF_MICRO = 1e3;
    private static final int WARM_UPS = 10;

    @Override
    public List<Row> run(Ground ground) throws SQLException, InterruptedException {
        Data data = ground.data();
        ApplicationContext queries = ground.platform().services().context(ServiceName.QUERY_API);
        ColdChecks checks = new ColdChecks(queries, data);
        int samples = ground.pick(1_000, 5_000);
        // what is compiled meanwhile is not what is measured
        ColdChecks.Found unused = checks.withRolesAndTeams(WARM_UPS * samples);
        ColdChecks.Found unusedToo = checks.withNothing(WARM_UPS * samples);
        return List.of(
                row(
                        "check of an unknown user, roles and teams at hand",
                        checks.withRolesAndTeams(samples),
                        SHARED_AT_HAND),
                row("check with nothing in memory", checks.withNothing(samples), ALL_COLD));
    }

    private static Row row(String what, ColdChecks.Found found, double goal) {
        double median = micros(found.checks(), 50);
        double limit = micros(found.trips(), 50);
        return Row.of(what + ", p50", median, "µs")
                .beside("one bare GET from Redis", limit)
                .goal("≤ " + goal + " × the limit", median <= goal * limit)
                .with("p99_us", micros(found.checks(), 99))
                .with("limit_p99_us", micros(found.trips(), 99))
                .with("samples", found.checks().getTotalCount());
    }

    private static double micros(Histogram histogram, double share) {
        return histogram.getValueAtPercentile(share) / NANOS_OF_MICRO;
    }
}
