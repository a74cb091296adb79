package io.neomt.deploy.cli.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
public final class BenchProvisioningCommand extends Bench {

    private static final int STOCK = 512;
    private static final int QUICK_STOCK = 80;

    /** Of the second, in the same process; all that it makes is less than half of the stock, which is not made anew then. */
    private static final int WARM_AGAIN = 50;

    private static final int QUICK_WARM_AGAIN = 15;

    private static final int WHOLE = 100;
    private static final int MANY = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Option(
            names = "--tenants",
            description = "How many are made one by one, and how many side by side; default " + WHOLE
                    + ", in a quick run fewer, and at most " + WHOLE + " from stock.")
    private @Nullable Integer tenants;

    @Option(
            names = "--many",
            description = "How many more are made in one go in the end; default " + MANY + ", in a quick run none.")
    private @Nullable Integer many;

    @Override
    public List<Row> run(Ground ground) throws SQLException, InterruptedException {
        DataSource shared = Databases.shared(ground.stack());
        int each = tenants == null ? ground.pick(15, WHOLE) : tenants;
        Figures flyway = new PlainFlyway(shared).run(ground.pick(4, 30));
        Figures script = new BareScript(shared).run(each);
        // until then the process compiles itself on the same cores
        Figures cold = bench(ground, 0, "c").run("cold", ground.pick(20, 300), each, each);
        ProvisioningBench fromStock = bench(ground, ground.pick(QUICK_STOCK, STOCK), "d");
        Figures stocked = fromStock.run(
                "from stock", ground.pick(QUICK_WARM_AGAIN, WARM_AGAIN), Math.min(each, WHOLE), Math.min(each, WHOLE));
        int inOneGo = many == null ? ground.pick(0, MANY) : many;
        return new ProvisioningFigures(
                        flyway, script, cold, stocked, inOneGo == 0 ? null : fromStock.inOneGo(inOneGo), inOneGo)
                .rows();
    }

    private static ProvisioningBench bench(Ground ground, int stock, String prefix) throws SQLException {
        BenchPlatform platform = ground.platform(Map.of("neo.provisioning.stock", Integer.toString(stock)));
        if (stock > 0) {
            awaitStock(Databases.shared(ground.stack()), stock);
        }
        return new ProvisioningBench(platform.client(), Databases.admin(ground.stack()), prefix);
    }

    private static void awaitStock(DataSource shared, int stock) throws SQLException {
        long begun = System.nanoTime();
        while (stocked(shared) < stock) {
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
}
