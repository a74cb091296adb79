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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code neo bench migrations}: how fast the schemas of many tenants are migrated, and what those notice who use them. */
@Command(
        name = "migrations",
        mixinStandardHelpOptions = true,
        description = {
            "Makes tenants on a stack of its own and migrates their schemas by three scripts while permission checks are",
            "answered; and as many scripts by Flyway's own API on some schemas of the same template, all in one run."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo bench migrations --tenants 1000 --json migrations.json")
public final class BenchMigrationsCommand implements Callable<Integer> {

    private static final String PREFIX = "m";
    private static final String KIND = "m";
    private static final int FLYWAY = 60;
    private static final int LOOKED_AT = 20;
    private static final Duration WARM = Duration.ofSeconds(10);
    private static final Duration BEFORE = Duration.ofSeconds(10);

    @Option(names = "--tenants", defaultValue = "1000", description = "How many; default ${DEFAULT-VALUE}.")
    private int tenants;

    @Option(names = "--json", description = "A file for the figures.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Progress progress = new ConsoleProgress(System.out);
        try (ExitSignal _ = ExitSignal.listen();
                TemporaryFolder folder = TemporaryFolder.create("neo-bench");
                EmbeddedStack stack =
                        EmbeddedStack.start(StackOptions.in(folder.path()).freePorts(), new StackProgress(progress))) {
            MigrationFigures figures = measure(stack.addresses(), folder.path(), progress);
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            figures.print(out);
            out.flush();
            if (json != null) {
                Files.writeString(json, Json.of(figures.json()) + "\n");
            }
            return 0;
        }
    }

    private MigrationFigures measure(StackAddresses stack, Path folder, Progress progress)
            throws IOException, SQLException, InterruptedException {
        Path operators = folder.resolve("migrations");
        Path scripts = operators.resolve("tenant");
        Files.createDirectories(scripts);
        Map<String, String> settings = Map.of("neo.migrations.folder", operators.toString());
        try (BenchPlatform platform = new BenchPlatform(stack, folder, settings, progress)) {
            new ProvisioningBench(platform.client(), Databases.admin(stack), PREFIX).inOneGo(tenants);
            PlainFleet plain = plain(Databases.shared(stack), folder.resolve("plain"));
            double flyway = plain.perSecond(FLYWAY);
            ThreeSteps.write(scripts);
            MigrationFigures figures = measure(new MigrationBench(platform.client()), flyway);
            requireUpToDate(plain);
            return figures;
        }
    }

    private static PlainFleet plain(DataSource database, Path scripts) throws IOException {
        ThreeSteps.write(scripts);
        return new PlainFleet(database, scripts);
    }

    private MigrationFigures measure(MigrationBench bench, double flyway) {
        List<CheckServing.Asked> users = bench.users(PREFIX + KIND, tenants);
        try (CheckServing checks = new CheckServing(bench.queries(), users)) {
            LockSupport.parkNanos(WARM.toNanos());
            checks.drained();
            LockSupport.parkNanos(BEFORE.toNanos());
            List<Duration> before = checks.drained();
            MigrationBench.Run run = bench.migrateAll();
            List<Duration> during = checks.drained();
            return new MigrationFigures(
                    run.schemas(),
                    flyway,
                    run.perSecond(),
                    bench.nothingToDo(),
                    bench.drift(),
                    before,
                    during,
                    checks.refused());
        }
    }

    /** Flyway by itself has the last word. */
    private void requireUpToDate(PlainFleet plain) {
        for (int i = 0; i < Math.min(LOOKED_AT, tenants); i++) {
            String schema = "tenant_" + PREFIX + KIND + i;
            if (!plain.isUpToDate(schema)) {
                throw new IllegalStateException("Flyway does not find " + schema + " up to date");
            }
        }
    }
}
