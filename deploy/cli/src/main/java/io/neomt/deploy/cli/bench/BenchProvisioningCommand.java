package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.platform.ConsoleProgress;
import io.neomt.deploy.cli.platform.ExitSignal;
import io.neomt.deploy.cli.platform.Progress;
import io.neomt.deploy.cli.platform.StackProgress;
import io.neomt.deploy.cli.platform.TemporaryFolder;
import io.neomt.deploy.cli.terminal.Json;
import io.neomt.deploy.cli.terminal.Table;
import io.neomt.deploy.embedded.EmbeddedStack;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.StackOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code neo bench provisioning}: how fast tenants are made, beside what Flyway alone takes for their schemas. */
@Command(
        name = "provisioning",
        mixinStandardHelpOptions = true,
        description = {
            "Makes tenants on a stack of its own: with every schema made when it is asked for (cold), and with schemas",
            "that were made ahead of time (stock); and schemas by plain Flyway, and by the template's script and nothing",
            "else, which is the limit of cold ones, all in one run. The times of a tenant are the worker's, from hearing",
            "of it until it is active; and a caller's, from the request on."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo bench provisioning --tenants 100 --json provisioning.json")
public final class BenchProvisioningCommand implements Callable<Integer> {

    private static final int STOCK = 512;
    private static final int ONE_BY_ONE = 100;
    /** Of the first way: until then the process compiles itself on the same cores. */
    private static final int WARM = 300;
    /** Of the second, in the same process; all that it makes is less than half of the stock, which is not made anew then. */
    private static final int WARM_AGAIN = 50;

    private static final int FLYWAY = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Option(
            names = "--tenants",
            defaultValue = "100",
            description = "How many are made side by side, at most ${DEFAULT-VALUE} from stock.")
    private int tenants;

    @Option(
            names = "--many",
            defaultValue = "0",
            description = "How many more are made in one go in the end, such as 1000; default none.")
    private int many;

    @Option(names = "--json", description = "A file for the figures.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Progress progress = new ConsoleProgress(System.out);
        try (ExitSignal _ = ExitSignal.listen();
                TemporaryFolder folder = TemporaryFolder.create("neo-bench");
                EmbeddedStack stack =
                        EmbeddedStack.start(StackOptions.in(folder.path()).freePorts(), new StackProgress(progress))) {
            List<Figures> figures = measure(stack.addresses(), folder.path(), progress);
            print(figures);
            if (json != null) {
                Files.writeString(
                        json, Json.of(figures.stream().map(Figures::json).toList()) + "\n");
            }
            return 0;
        }
    }

    private List<Figures> measure(StackAddresses stack, Path folder, Progress progress)
            throws SQLException, InterruptedException {
        DataSource admin = Databases.admin(stack);
        DataSource shared = Databases.shared(stack);
        List<Figures> all = new ArrayList<>();
        all.add(new PlainFlyway(shared).run(FLYWAY));
        all.add(new BareScript(shared).run(ONE_BY_ONE));
        all.addAll(run(stack, folder, progress, "0", "cold", "c", admin, null));
        all.addAll(run(stack, folder, progress, Integer.toString(STOCK), "from stock", "d", admin, shared));
        return all;
    }

    private List<Figures> run(
            StackAddresses stack,
            Path folder,
            Progress progress,
            String stocked,
            String way,
            String prefix,
            DataSource admin,
            @Nullable DataSource filled)
            throws SQLException, InterruptedException {
        Map<String, String> settings = Map.of("neo.provisioning.stock", stocked);
        try (BenchPlatform platform = new BenchPlatform(stack, folder, settings, progress)) {
            if (filled != null) {
                awaitStock(filled);
            }
            ProvisioningBench bench = new ProvisioningBench(platform.client(), admin, prefix);
            Figures figures = filled == null
                    ? bench.run(way, WARM, ONE_BY_ONE, tenants)
                    : bench.run(way, WARM_AGAIN, ONE_BY_ONE, Math.min(tenants, STOCK / 2 - ONE_BY_ONE - WARM_AGAIN));
            return filled == null || many == 0 ? List.of(figures) : List.of(figures, bench.inOneGo(many));
        }
    }

    private static void awaitStock(DataSource shared) throws SQLException {
        long begun = System.nanoTime();
        while (stocked(shared) < STOCK) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("the stock was not filled in time");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static int stocked(DataSource shared) throws SQLException {
        try (Connection connection = shared.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'neo\\_stock\\_%'")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static void print(List<Figures> figures) {
        Table table = new Table(Figures.HEADINGS);
        figures.forEach(row -> table.add(row.row()));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        table.print(out);
        out.flush();
    }
}
