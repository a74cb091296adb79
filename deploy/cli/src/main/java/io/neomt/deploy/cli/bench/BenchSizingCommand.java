package io.neomt.deploy.cli.bench;

import io.neomt.command.kernel.Command;
import io.neomt.command.model.Bulk;
import io.neomt.command.model.Outcome;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.query.memory.Memory;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import picocli.CommandLine;
import redis.clients.jedis.Jedis;

/** {@code neo bench sizing}: what a user takes in Redis, in PostgreSQL and in an instance of the query API. */
@CommandLine.Command(
        name = "sizing",
        mixinStandardHelpOptions = true,
        description = {
            "Makes users who have a role, one in five with a permission of their own, and tells by how much Redis and the",
            "databases have grown for each; then asks for all of them and tells by how much the heap has grown of the process",
            "that remembers them."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo bench sizing --quick")
public final class BenchSizingCommand extends Bench {

    private static final String PREFIX = "sizing";
    private static final String ASKED = "users.read.own";
    /** Each this many has a permission of its own. */
    private static final int SHARE = 5;

    private static final int WARM = 500;

    /** What is there at one moment. */
    private record Taken(long redis, long databases) {}

    @Override
    public List<Row> run(Ground ground) throws SQLException, InterruptedException {
        OwnTenants tenants = OwnTenants.make(ground, PREFIX, 1);
        CommandSide commands = new CommandSide(ground.platform().services());
        LiveViews views = new LiveViews(ground.platform().services());
        Crowd first = Crowd.make(commands, tenants.all().getFirst(), WARM);
        views.await(tenants.ids(), tenants.events());
        int users = ground.pick(5_000, 50_000);
        Taken before = taken(ground.stack());
        Crowd crowd = withGrants(commands, first.more(commands, users));
        views.await(tenants.ids(), tenants.events());
        Taken after = taken(ground.stack());
        Remembered remembered = remembered(ground, crowd);
        List<Row> rows = new ArrayList<>();
        rows.add(row("Redis", after.redis() - before.redis(), users));
        rows.add(row("PostgreSQL, rows, log and state", after.databases() - before.databases(), users));
        // the heap is everybody's: what others have let go of meanwhile may be more, and then says nothing of users
        if (remembered.bytes() > 0) {
            rows.add(row("a query API that remembers them", remembered.bytes(), users)
                    .with("remembered_sets", remembered.sets()));
        }
        return rows;
    }

    private static Crowd withGrants(CommandSide commands, Crowd crowd) {
        List<Command> grants = new ArrayList<>();
        for (int i = 0; i < crowd.users().size(); i += SHARE) {
            grants.add(CommandSide.grant(UserId.of(crowd.users().get(i)), ASKED));
        }
        TenantId tenant = crowd.tenant().id();
        for (int from = 0; from < grants.size(); from += Bulk.MOST_PARTS) {
            List<Command> some = grants.subList(from, Math.min(grants.size(), from + Bulk.MOST_PARTS));
            Outcome.Accepted unused = commands.send(tenant, CommandSide.ITSELF, new Bulk(tenant, some));
        }
        return crowd;
    }

    private static Row row(String where, long bytes, int users) {
        return Row.of("bytes of a user: " + where, (double) bytes / users, "bytes")
                .with("users", users);
    }

    private static Taken taken(StackAddresses stack) throws SQLException {
        try (Jedis redis = new Jedis(URI.create(stack.redisUrl()))) {
            String used = redis.info("memory")
                    .lines()
                    .filter(line -> line.startsWith("used_memory:"))
                    .findFirst()
                    .orElseThrow();
            return new Taken(
                    Long.parseLong(used.substring(used.indexOf(':') + 1).trim()),
                    size(Databases.admin(stack)) + size(Databases.shared(stack)));
        }
    }

    private static long size(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_database_size(current_database())")) {
            row.next();
            return row.getLong(1);
        }
    }

    private record Remembered(long bytes, long sets) {}

    private static Remembered remembered(Ground ground, Crowd crowd) {
        PlatformClient client = ground.platform().client();
        ApiClient queries = client.queries(client.token(client.platformRealm(), "admin"));
        CrowdCheck check = new CrowdCheck(queries, crowd);
        Memory memory =
                ground.platform().services().context(ServiceName.QUERY_API).getBean(Memory.class);
        // what is asked for the first time loads classes and fills pools
        long unused = check.allowed(crowd.users().subList(0, 1), ASKED);
        long setsBefore = memory.size();
        long before = heap();
        long ignored = check.allowed(crowd.users(), ASKED);
        return new Remembered(heap() - before, memory.size() - setsBefore);
    }

    /** What is really in use: garbage is collected first. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
