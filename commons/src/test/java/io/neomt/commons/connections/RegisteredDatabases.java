package io.neomt.commons.connections;

import com.zaxxer.hikari.HikariDataSource;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.StackSeed;
import io.neomt.event.TenantId;
import io.neomt.testkit.backends.Backends;
import io.neomt.view.ConnectionCipher;
import io.neomt.view.Region;
import io.neomt.view.SchemaName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;

/** A registry with databases of two regions, all on the one server that tests have. */
final class RegisteredDatabases implements AutoCloseable {

    static final String EU = "eu-west-1";
    static final String EU_CONNECTION = "eu-primary";
    static final String US = StackSeed.REGION;
    static final String US_CONNECTION = StackSeed.CONNECTION;

    static final Duration REPLICA_LAG = Duration.ofMillis(100);

    private final StackAddresses stack = Backends.shared().addresses();
    private final io.neomt.testkit.backends.AdminDatabase platform =
            Backends.shared().freshAdminDatabase();
    private final ConnectionCipher cipher = new ConnectionCipher(stack.connectionsKeyId(), stack.connectionsKey());
    final AdminDatabase admin = new AdminDatabase(
            impatient(Pools.open(
                    "test", new Pools.Login(platform.jdbcUrl(), platform.username(), platform.password()), 0, 3)),
            new DefaultConfiguration().set(SQLDialect.POSTGRES));
    final Queue<String> opened = new ConcurrentLinkedQueue<>();

    RegisteredDatabases() {
        UUID region = UUID.randomUUID();
        execute("INSERT INTO admin.regions (id, code, name) VALUES (?, ?, ?)", region, EU, EU);
        register(EU_CONNECTION, EU);
    }

    /** Another name for the database of tenants. */
    void register(String name, String region) {
        UUID id = UUID.randomUUID();
        execute(
                """
                INSERT INTO admin.database_connections (id, connection_name, connection_type, region_id, host, port,
                  database_name, username, encrypted_password, encryption_key_id)
                SELECT ?, ?, 'primary', r.id, ?, ?, ?, ?, ?, ? FROM admin.regions r WHERE r.code = ?""",
                id,
                name,
                stack.postgresHost(),
                Integer.valueOf(stack.postgresPort()),
                platform.sharedDatabase(),
                platform.username(),
                cipher.encrypt(id, platform.password()),
                cipher.keyId(),
                region);
    }

    Connections connections(Residency residency, PoolBudget budget, Duration idleAfter) {
        return new Connections(
                admin,
                () -> cipher,
                "test",
                (name, pool) -> opened.add(name),
                new PoolSettings(residency, budget, idleAfter, REPLICA_LAG));
    }

    Connections connections() {
        return connections(Residency.EVERYWHERE, new PoolBudget(100), Duration.ofMinutes(10));
    }

    static Tenant tenant(String region, String connection) {
        return new Tenant(
                new TenantId(UUID.randomUUID()),
                "acme",
                SchemaName.ofSlug("acme"),
                TenantStatus.ACTIVE,
                connection,
                new Region(region));
    }

    /** Nobody gets into the admin database any more. */
    void away() {
        allow(false);
        superuser("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name() + "'");
    }

    void back() {
        allow(true);
    }

    private void allow(boolean connections) {
        superuser("ALTER DATABASE " + name() + " ALLOW_CONNECTIONS " + connections);
    }

    private String name() {
        String url = platform.jdbcUrl();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static HikariDataSource impatient(HikariDataSource pool) {
        pool.setConnectionTimeout(250);
        return pool;
    }

    private void superuser(String sql) {
        try (Connection connection = Backends.shared().dataSource("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    int execute(String sql, Object... values) {
        return admin.write(dsl -> dsl.execute(sql, values));
    }

    @Override
    public void close() {
        admin.close();
    }
}
