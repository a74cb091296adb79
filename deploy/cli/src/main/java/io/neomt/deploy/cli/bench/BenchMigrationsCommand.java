package io.neomt.deploy.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code neo bench migrations}: how fast the schemas of many tenants are migrated, and what those notice who use them. */
@Command(
        name = "migrations",
        mixinStandardHelpOptions = true,
        description = {
            "Makes tenants on a stack of its own and migrates their schemas by three scripts while permission checks are",
            "answered; and as many scripts by Flyway's own API on some schemas of the same template, all in one run. Both have",
            "migrated the same schemas once before, which is not measured."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo bench migrations --tenants 1000 --json migrations.json")
public final class BenchMigrationsCommand extends Bench {

    private static final String PREFIX = "m";
    private static final String KIND = "m";
    private static final int LOOKED_AT = 20;
    private static final int QUICK = 60;
    private static final int WHOLE = 1_000;

    @Option(names = "--tenants", description = "How many; default " + WHOLE + ", in a quick run " + QUICK + ".")
    private @Nullable Integer tenants;

    @Override
    public List<Row> run(Ground ground) throws IOException, SQLException, InterruptedException {
        int count = tenants == null ? ground.pick(QUICK, WHOLE) : tenants;
        Path operators = ground.folder().resolve("migrations");
        Path scripts = operators.resolve("tenant");
        Files.createDirectories(scripts);
        BenchPlatform platform = ground.platform(Map.of("neo.migrations.folder", operators.toString()));
        new ProvisioningBench(platform.client(), Databases.admin(ground.stack()), PREFIX).inOneGo(count);
        PlainFleet plain =
                new PlainFleet(Databases.shared(ground.stack()), ground.folder().resolve("plain"));
        double flyway = plain.perSecond(ground.pick(4, 60));
        // a platform that has migrated before is what is measured, as everywhere: what is compiled on the way is not
        ThreeSteps.WARMING.write(scripts);
        MigrationBench.Run unused = new MigrationBench(platform.client()).migrateAll();
        ThreeSteps.MEASURED.write(scripts);
        Duration pause = Duration.ofSeconds(ground.pick(3, 10));
        MigrationFigures figures = measure(ground, platform, count, flyway, pause);
        requireUpToDate(plain, count);
        return figures.rows();
    }

    /** @param pause for warming up, and for what checks take before */
    private static MigrationFigures measure(
            Ground ground, BenchPlatform platform, int tenants, double flyway, Duration pause) throws IOException {
        MigrationBench bench = new MigrationBench(platform.client());
        try (CheckServing checks = new CheckServing(ground, platform, bench.users(PREFIX + KIND, tenants))) {
            LockSupport.parkNanos(pause.toNanos());
            checks.drained();
            LockSupport.parkNanos(pause.toNanos());
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
    private static void requireUpToDate(PlainFleet plain, int tenants) {
        for (int i = 0; i < Math.min(LOOKED_AT, tenants); i++) {
            String schema = "tenant_" + PREFIX + KIND + i;
            if (!plain.isUpToDate(schema)) {
                throw new IllegalStateException("Flyway does not find " + schema + " up to date");
            }
        }
    }
}
