package io.neomt.deploy.cli.bench;

import io.neomt.event.TenantId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code neo bench append}: how many events are decided and stored in a second, over many tenants and for one. */
@Command(
        name = "append",
        mixinStandardHelpOptions = true,
        description = {
            "Sends commands to the command service in its own process, without HTTP: users are made and given permissions,",
            "by clients that wait for each answer. They are authorized, decided, chained and committed as usual, and",
            "published; the views wait meanwhile. Beside it the same rows are inserted by nothing but JDBC."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo bench append --quick")
public final class BenchAppendCommand extends Bench {

    private static final String PREFIX = "append";
    private static final int CLIENTS = 512;
    private static final int CLIENTS_OF_ONE = 256;
    private static final int CONNECTIONS = 4;
    private static final double GOAL = 10_000;
    private static final double GOAL_OF_ONE = 3_000;

    @Override
    public List<Row> run(Ground ground) throws SQLException, InterruptedException {
        OwnTenants tenants = OwnTenants.make(ground, PREFIX, ground.pick(20, 100));
        CommandSide commands = new CommandSide(ground.platform().services());
        LiveViews views = new LiveViews(ground.platform().services());
        Writers writers = new Writers(commands, tenants.ids());
        BareInsert bare = new BareInsert(Databases.admin(ground.stack()));
        views.await(tenants.ids(), tenants.events());
        views.pause();
        try {
            return List.of(
                    row(ground, tenants, writers.clients(CLIENTS, tenants.ids()), "many tenants", GOAL)
                            .beside("bare INSERT, 128 in a commit, 4 connections", bare.perSecond(CONNECTIONS)),
                    row(ground, tenants, writers.clients(CLIENTS_OF_ONE, one(tenants)), "one tenant", GOAL_OF_ONE)
                            .beside("bare INSERT, 128 in a commit, 1 connection", bare.perSecond(1)));
        } finally {
            views.resume();
            views.await(tenants.ids(), tenants.events());
        }
    }

    private static List<TenantId> one(OwnTenants tenants) {
        return List.of(tenants.ids().getFirst());
    }

    private static Row row(Ground ground, OwnTenants tenants, List<Runnable> clients, String where, double goal)
            throws SQLException, InterruptedException {
        Duration warm = Duration.ofSeconds(ground.pick(2, 10));
        Duration time = Duration.ofSeconds(ground.pick(3, 20));
        try (ClosedLoop load = new ClosedLoop(clients)) {
            load.during(warm);
            long before = tenants.events();
            long begun = System.nanoTime();
            load.during(time);
            double perSecond = (tenants.events() - before) / ((System.nanoTime() - begun) / 1e9);
            return Row.of("append, " + where, perSecond, "events/s")
                    .goal("≥ %,.0f/s".formatted(goal), perSecond >= goal)
                    .with("how", "in the process of the service, without HTTP and idempotency keys")
                    .with("clients", clients.size())
                    .with("p50_ms", load.millis(50))
                    .with("p99_ms", load.millis(99));
        }
    }
}
