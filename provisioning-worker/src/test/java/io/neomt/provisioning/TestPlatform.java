package io.neomt.provisioning;

import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.Pools;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.StackSeed;
import io.neomt.event.TenantId;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.provisioning.registry.Server;
import io.neomt.provisioning.run.Activation;
import io.neomt.provisioning.store.AdminTenants;
import io.neomt.provisioning.store.PostgresSchemas;
import io.neomt.provisioning.store.TenantTemplate;
import io.neomt.testkit.backends.AdminDatabase;
import io.neomt.testkit.backends.Backends;
import io.neomt.view.ConnectionCipher;
import io.neomt.view.SchemaName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;

/** A platform of its own for one test: an admin database, and a database for the schemas of its tenants. */
public final class TestPlatform implements Activation, AutoCloseable {

    public static final String REGION = StackSeed.REGION;
    public static final String CONNECTION = StackSeed.CONNECTION;
    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final StackAddresses stack = Backends.shared().addresses();
    private final AdminDatabase admin = Backends.shared().freshAdminDatabase();
    private final ConnectionCipher cipher = new ConnectionCipher(stack.connectionsKeyId(), stack.connectionsKey());
    private final io.neomt.commons.connections.AdminDatabase database = new io.neomt.commons.connections.AdminDatabase(
            Pools.open("test", new Pools.Login(admin.jdbcUrl(), admin.username(), admin.password()), 0, 5),
            new DefaultConfiguration().set(SQLDialect.POSTGRES));
    private final Connections connections = new Connections(database, () -> cipher, "test", (connection, pool) -> {});

    /** The configuration of a service on this platform. */
    public AdminDatabase admin() {
        return admin;
    }

    public Connections connections() {
        return connections;
    }

    public io.neomt.commons.connections.AdminDatabase database() {
        return database;
    }

    public ConnectionCipher cipher() {
        return cipher;
    }

    /** Of the cipher, in base64. */
    public String key() {
        return stack.connectionsKey();
    }

    /** The database of tenants, as the registry has it. */
    public Server server() {
        return new Server(
                stack.postgresHost(),
                Integer.parseInt(stack.postgresPort()),
                admin.sharedDatabase(),
                admin.username(),
                admin.password());
    }

    public PostgresSchemas schemas() {
        return new PostgresSchemas(connections, new TenantTemplate(), () -> NOW);
    }

    public AdminTenants tenants() {
        return new AdminTenants(database, () -> NOW);
    }

    /** A further region, served by the same database of tenants. */
    public void register(String region, String connection) {
        UUID regionId = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        update("INSERT INTO admin.regions (id, code, name) VALUES (?, ?, ?)", regionId, region, region);
        update(
                """
                INSERT INTO admin.database_connections (id, connection_name, connection_type, region_id, host, port,
                  database_name, username, encrypted_password, encryption_key_id)
                VALUES (?, ?, 'primary', ?, ?, ?, ?, ?, ?, ?)""",
                id,
                connection,
                regionId,
                stack.postgresHost(),
                Integer.valueOf(stack.postgresPort()),
                admin.sharedDatabase(),
                admin.username(),
                cipher.encrypt(id, admin.password()),
                cipher.keyId());
    }

    /** A tenant that was asked for some time ago. */
    public ProvisionTenant request(String slug, String region, Duration ago) {
        ProvisionTenant wish = new ProvisionTenant(new TenantId(UUID.randomUUID()), SchemaName.ofSlug(slug), region);
        String then = NOW.minus(ago).toString();
        update("""
                INSERT INTO admin.tenants (id, name, slug, schema_name, status, deployment_type, region, version,
                  created_at, updated_at)
                VALUES (?, ?, ?, ?, 'requested', 'schema', ?, 1, ?::timestamptz, ?::timestamptz)""", wish.tenantId().value(), slug, slug, wish.schema().value(), region, then, then);
        return wish;
    }

    /** What the command service does with an activation, as far as the directory shows it. */
    @Override
    public Answer activate(TenantId tenant, String connectionName, TemplateVersion version) {
        int changed = update(
                "UPDATE admin.tenants SET status = 'active', connection_name = ?, template_version = ?"
                        + " WHERE id = ? AND status = 'requested'",
                connectionName,
                version.value(),
                tenant.value());
        return changed == 1 ? new Answer.Activated() : new Answer.LookAgain();
    }

    /** In the admin database. */
    public int update(String sql, Object... values) {
        return update(admin.dataSource(), sql, values);
    }

    /** In the admin database. */
    public long count(String sql, Object... values) {
        return count(admin.dataSource(), sql, values);
    }

    /** In the database of tenants. */
    public int updateTenants(String sql, Object... values) {
        return update(Backends.shared().dataSource(admin.sharedDatabase()), sql, values);
    }

    /** In the database of tenants. */
    public long countTenants(String sql, Object... values) {
        return count(Backends.shared().dataSource(admin.sharedDatabase()), sql, values);
    }

    private static int update(DataSource database, String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(DataSource database, String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : -1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        connections.close();
        database.close();
    }
}
