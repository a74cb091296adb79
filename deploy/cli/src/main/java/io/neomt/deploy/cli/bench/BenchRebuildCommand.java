package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.client.PlatformClient;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code neo bench rebuild}: how fast views are made anew, and what those notice whose checks are answered meanwhile. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Fills one large tenant and some small ones on a stack of its own, then has each view of all of them made anew",
            "while permission checks of the small ones are answered at a steady pace."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo bench rebuild --events 100000 --json rebuild.json")
public final class BenchRebuildCommand extends Bench {

    private static final String PREFIX = "r";
    private static final String KIND = "m";
    private static final int TENANTS = 20;
    private static final List<String> VIEWS = List.of("permissionsets", "tenantschema", "audit");
    private static final int QUICK = 2_000;
    private static final int WHOLE = 100_000;

    @Option(
            names = "--events",
            description = "In the log of the large tenant; default " + WHOLE + ", in a quick run " + QUICK + ".")
    private @Nullable Integer events;

    @Override
    public List<Row> run(Ground ground) throws IOException, SQLException, InterruptedException {
        BenchPlatform platform = ground.platform();
        PlatformClient client = platform.client();
        new ProvisioningBench(client, Databases.admin(ground.stack()), PREFIX).inOneGo(TENANTS);
        List<CheckServing.Asked> users = new MigrationBench(client).users(PREFIX + KIND, TENANTS);
        RebuildBench bench = new RebuildBench(client);
        String large = PREFIX + KIND + 0;
        bench.write(large, events == null ? ground.pick(QUICK, WHOLE) : events);
        VIEWS.forEach(view -> bench.await(view, large));
        Duration pause = Duration.ofSeconds(ground.pick(2, 10));
        return measure(bench, new CheckServing(ground, platform, users), pause).rows();
    }

    /** @param pause for warming up, and for what checks take before */
    private static RebuildFigures measure(RebuildBench bench, CheckServing serving, Duration pause) {
        try (CheckServing checks = serving) {
            // what is compiled on the way is not what is measured
            VIEWS.forEach(bench::rebuild);
            LockSupport.parkNanos(pause.toNanos());
            checks.drained();
            LockSupport.parkNanos(pause.toNanos());
            List<Duration> before = checks.drained();
            List<RebuildFigures.During> rebuilds = new ArrayList<>();
            for (String view : VIEWS) {
                RebuildBench.Run run = bench.rebuild(view);
                rebuilds.add(new RebuildFigures.During(run, checks.drained()));
            }
            return new RebuildFigures(rebuilds, before, checks.refused());
        }
    }
}
