package io.neomt.provisioning;

import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.Pools;
import io.neomt.commons.connections.Residency;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.StackSeed;
import io.neomt.event.TenantId;
import io.neomt.provisioning.connections.Journal;
import io.neomt.provisioning.registry.Asked;
import io.neomt.provisioning.registry.Server;
import io.neomt.provisioning.run.IdentityRealms;
import io.neomt.provisioning.run.Leases;
import io.neomt.provisioning.run.NoRealms;
import io.neomt.provisioning.run.Operations;
import io.neomt.provisioning.run.Ports;
import io.neomt.provisioning.run.Reports;
import io.neomt.provisioning.run.Saga;
import io.neomt.provisioning.run.Schemas;
import io.neomt.provisioning.run.Upkeep;
import io.neomt.provisioning.store.AdminTenants;
import io.neomt.provisioning.store.OperationHistory;
import io.neomt.provisioning.store.PostgresSchemas;
import io.neomt.provisioning.store.SqlOperations;
import io.neomt.provisioning.store.TenantTemplate;
import io.neomt.provisioning.store.snapshot.Snapshots;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;

/** A platform of its own for one test: an admin database, and a database for the schemas of its tenants. */
public final class TestPlatform implements Reports, AutoCloseable {

    public static final String REGION = StackSeed.REGION;
    public static final String CONNECTION = StackSeed.CONNECTION;
    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private static final Duration LEASE = Duration.ofSeconds(30);

    /** All that was reported. */
    public final List<Report> reports = new CopyOnWriteArrayList<>();

    /** A change that nobody asks for twice. */
    public static final Asked ASKED = Asked.byItself("test", "test", "test", Map.of());

    /** Whether a report gets lost on its way. */
    public Predicate<Report> lost = report -> false;

    /** All that was reported as removed. */
    public final List<String> removed = new CopyOnWriteArrayList<>();

    private final StackAddresses stack = Backends.shared().addresses();
    private final AdminDatabase admin = Backends.shared().freshAdminDatabase();
    private final Reports directory = new DirectoryReports(admin.dataSource());
    private final ConnectionCipher cipher = new ConnectionCipher(stack.connectionsKeyId(), stack.connectionsKey());
    private final io.neomt.commons.connections.AdminDatabase database = new io.neomt.commons.connections.AdminDatabase(
            Pools.open("test", new Pools.Login(admin.jdbcUrl(), admin.username(), admin.password()), 0, 5),
            new DefaultConfiguration().set(SQLDialect.POSTGRES));
    private final Snapshots snapshots = new Snapshots(new TenantTemplate(), () -> NOW, (connection, failure) -> {
        throw failure;
    });
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

    public Snapshots snapshots() {
        return snapshots;
    }

    public PostgresSchemas schemas() {
        return new PostgresSchemas(connections, new TenantTemplate(), snapshots, () -> NOW);
    }

    /** Operations of one more worker. */
    public SqlOperations operations(String owner) {
        return operations(owner, LEASE);
    }

    public SqlOperations operations(String owner, Duration lease) {
        return new SqlOperations(database, InstantSource.system(), UUID::randomUUID, owner, lease);
    }

    /** A worker that reports to this platform. */
    public Saga saga(String owner) {
        return saga(owner, schemas());
    }

    public Saga saga(String owner, Schemas schemas) {
        return saga(owner, schemas, new NoRealms());
    }

    public Saga saga(String owner, Schemas schemas, IdentityRealms realms) {
        return saga(schemas, operations(owner), new Leases(operations(owner), LEASE, System::nanoTime, owner), realms);
    }

    /** @param leases what keeps the operations the worker's own */
    public Saga saga(Schemas schemas, Operations operations, Leases leases) {
        return saga(schemas, operations, leases, new NoRealms());
    }

    private Saga saga(Schemas schemas, Operations operations, Leases leases, IdentityRealms realms) {
        return new Saga(
                new Ports(operations, tenants(), schemas, realms, tenant -> 3, this, System::nanoTime),
                new Upkeep(tenants(), schemas, realms, this),
                leases);
    }

    public Journal journal() {
        return new Journal(database, UUID::randomUUID, InstantSource.system());
    }

    public OperationHistory history() {
        return new OperationHistory(database);
    }

    public AdminTenants tenants() {
        return tenants(Residency.EVERYWHERE);
    }

    /** As a worker for some regions sees them. */
    public AdminTenants tenants(Residency residency) {
        return new AdminTenants(database, () -> NOW, residency);
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
    public TenantId request(String slug, String region, Duration ago) {
        return request(slug, region, "schema", ago);
    }

    /** @param type of deployment */
    public TenantId request(String slug, String region, String type, Duration ago) {
        TenantId tenant = new TenantId(UUID.randomUUID());
        String then = NOW.minus(ago).toString();
        String schema = SchemaName.ofSlug(slug).value();
        update("""
                INSERT INTO admin.tenants (id, name, slug, schema_name, status, deployment_type, region, version,
                  created_at, updated_at)
                VALUES (?, ?, ?, ?, 'requested', ?, ?, 1, ?::timestamptz, ?::timestamptz)""", tenant.value(), slug, slug, schema, type, region, then, then);
        return tenant;
    }

    public String status(TenantId tenant) {
        return text("SELECT status FROM admin.tenants WHERE id = ?", tenant.value());
    }

    public boolean isActive(TenantId tenant) {
        return status(tenant).equals("active");
    }

    /** What the command service does with a report, as far as the directory shows it. */
    @Override
    public Answer provisioning(TenantId tenant, String key, Report report) {
        if (lost.test(report)) {
            return new Answer.TryAgain("no answer");
        }
        reports.add(report);
        return directory.provisioning(tenant, key, report);
    }

    @Override
    public Answer deprovisioned(TenantId tenant, String key) {
        return directory.deprovisioned(tenant, key);
    }

    @Override
    public Answer purged(TenantId tenant, String key, List<String> gone) {
        removed.addAll(gone);
        return directory.purged(tenant, key, gone);
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

    /** From the admin database. */
    public String text(String sql, Object... values) {
        return one(admin.dataSource(), sql, rows -> rows.getString(1), values);
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
        return one(database, sql, rows -> rows.getLong(1), values);
    }

    private static <T> T one(DataSource database, String sql, Column<T> column, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException("no row: " + sql);
            }
            return column.of(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Column<T> {
        T of(ResultSet rows) throws SQLException;
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
