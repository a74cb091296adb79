package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.platform.ConsoleProgress;
import io.neomt.deploy.cli.platform.ExitSignal;
import io.neomt.deploy.cli.platform.Progress;
import io.neomt.deploy.cli.platform.StackProgress;
import io.neomt.deploy.cli.platform.TemporaryFolder;
import io.neomt.deploy.cli.terminal.Json;
import io.neomt.deploy.embedded.EmbeddedStack;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.StackOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
public final class BenchRebuildCommand implements Callable<Integer> {

    private static final String PREFIX = "r";
    private static final String KIND = "m";
    private static final int TENANTS = 20;
    private static final List<String> VIEWS = List.of("permissionsets", "tenantschema");
    private static final Duration WARM = Duration.ofSeconds(10);
    private static final Duration BEFORE = Duration.ofSeconds(10);

    @Option(
            names = "--events",
            defaultValue = "100000",
            description = "In the log of the large tenant; default ${DEFAULT-VALUE}.")
    private int events;

    @Option(names = "--json", description = "A file for the figures.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Progress progress = new ConsoleProgress(System.out);
        try (ExitSignal _ = ExitSignal.listen();
                TemporaryFolder folder = TemporaryFolder.create("neo-bench");
                EmbeddedStack stack =
                        EmbeddedStack.start(StackOptions.in(folder.path()).freePorts(), new StackProgress(progress))) {
            RebuildFigures figures = measure(stack.addresses(), folder.path(), progress);
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            figures.print(out);
            out.flush();
            if (json != null) {
                Files.writeString(json, Json.of(figures.json()) + "\n");
            }
            return 0;
        }
    }

    private RebuildFigures measure(StackAddresses stack, Path folder, Progress progress)
            throws IOException, SQLException, InterruptedException {
        try (BenchPlatform platform = new BenchPlatform(stack, folder, Map.of(), progress)) {
            new ProvisioningBench(platform.client(), Databases.admin(stack), PREFIX).inOneGo(TENANTS);
            List<CheckServing.Asked> users = new MigrationBench(platform.client()).users(PREFIX + KIND, TENANTS);
            RebuildBench bench = new RebuildBench(platform.client());
            String large = PREFIX + KIND + 0;
            bench.write(large, events);
            VIEWS.forEach(view -> bench.await(view, large));
            return measure(bench, new CheckServing(new MigrationBench(platform.client()).queries(), users));
        }
    }

    private static RebuildFigures measure(RebuildBench bench, CheckServing serving) {
        try (CheckServing checks = serving) {
            // what is compiled on the way is not what is measured
            VIEWS.forEach(bench::rebuild);
            LockSupport.parkNanos(WARM.toNanos());
            checks.drained();
            LockSupport.parkNanos(BEFORE.toNanos());
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
