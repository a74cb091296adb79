package io.neomt.deploy.embedded;

import io.neomt.view.ConnectionCipher;
import io.neomt.view.RegistryNotice;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The rows of the admin database that name the stack's own databases: two regions, each with the connection on which its
 * tenants get their schemas. To be applied at every start, after the migrations: ports may have changed.
 */
public final class StackSeed {

    public static final String REGION = "us-east-1";
    public static final String CONNECTION = "neo-shared-us-primary";

    /** A region and the database that its tenants share. */
    private record Shared(
            UUID regionId, String region, String regionName, UUID connectionId, String connection, String database) {

        Shared in(String otherDatabase) {
            return new Shared(regionId, region, regionName, connectionId, connection, otherDatabase);
        }
    }

    private static final Shared US = new Shared(
            UUID.fromString("01900000-0000-7000-8000-000000000001"),
            REGION,
            "US East",
            UUID.fromString("01900000-0000-7000-8000-000000000002"),
            CONNECTION,
            PostgresServer.SHARED_DATABASE);
    private static final Shared EU = new Shared(
            UUID.fromString("01900000-0000-7000-8000-000000000003"),
            "eu-west-1",
            "EU West",
            UUID.fromString("01900000-0000-7000-8000-000000000004"),
            "neo-shared-eu-primary",
            PostgresServer.SHARED_DATABASE_EU);

    private static final String REGION_ROW =
            "INSERT INTO admin.regions (id, code, name) VALUES (?, ?, ?) ON CONFLICT (code) DO NOTHING";
    private static final String CONNECTION_ROW = """
            INSERT INTO admin.database_connections
              (id, connection_name, connection_type, region_id, host, port, database_name, username,
               encrypted_password, encryption_key_id, pool_max_size)
            VALUES (?, ?, 'primary', ?, ?, ?, ?, ?, ?, ?, 20)
            ON CONFLICT (connection_name) DO UPDATE SET
              host = EXCLUDED.host, port = EXCLUDED.port, database_name = EXCLUDED.database_name,
              username = EXCLUDED.username, encrypted_password = EXCLUDED.encrypted_password,
              encryption_key_id = EXCLUDED.encryption_key_id
            """;

    private StackSeed() {}

    /** Seeds the stack's own admin database with the stack's own shared databases. */
    public static void apply(StackAddresses addresses) {
        PGSimpleDataSource admin = new PGSimpleDataSource();
        admin.setUrl(addresses.adminJdbcUrl());
        admin.setUser(addresses.postgresUser());
        admin.setPassword(addresses.postgresPassword());
        apply(admin, addresses, List.of(US, EU));
    }

    /** @param sharedDatabase where tenants' schemas go, on the stack's PostgreSQL */
    public static void apply(DataSource admin, StackAddresses addresses, String sharedDatabase) {
        apply(admin, addresses, List.of(US.in(sharedDatabase)));
    }

    private static void apply(DataSource admin, StackAddresses addresses, List<Shared> databases) {
        try (Connection connection = admin.getConnection()) {
            connection.setAutoCommit(false);
            for (Shared shared : databases) {
                apply(connection, addresses, shared);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new StackException(
                    "The admin database cannot be seeded (are its migrations applied?): " + e.getMessage(), e);
        }
    }

    private static void apply(Connection connection, StackAddresses addresses, Shared shared) throws SQLException {
        addRegion(connection, shared);
        UUID region = id(connection, "admin.regions WHERE code", shared.region(), shared.regionId());
        UUID id = id(
                connection,
                "admin.database_connections WHERE connection_name",
                shared.connection(),
                shared.connectionId());
        upsertConnection(connection, region, id, addresses, shared);
    }

    private static void addRegion(Connection connection, Shared shared) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REGION_ROW)) {
            insert.setObject(1, shared.regionId());
            insert.setString(2, shared.region());
            insert.setString(3, shared.regionName());
            insert.executeUpdate();
        }
    }

    private static UUID id(Connection connection, String where, String name, UUID otherwise) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM " + where + " = ?")) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getObject(1, UUID.class) : otherwise;
            }
        }
    }

    private static void upsertConnection(
            Connection connection, UUID region, UUID id, StackAddresses addresses, Shared shared) throws SQLException {
        ConnectionCipher cipher = new ConnectionCipher(addresses.connectionsKeyId(), addresses.connectionsKey());
        try (PreparedStatement upsert = connection.prepareStatement(CONNECTION_ROW)) {
            upsert.setObject(1, id);
            upsert.setString(2, shared.connection());
            upsert.setObject(3, region);
            upsert.setString(4, addresses.postgresHost());
            upsert.setInt(5, Integer.parseInt(addresses.postgresPort()));
            upsert.setString(6, shared.database());
            upsert.setString(7, addresses.postgresUser());
            upsert.setBytes(8, cipher.encrypt(id, addresses.postgresPassword()));
            upsert.setString(9, cipher.keyId());
            upsert.executeUpdate();
        }
        tell(connection, shared);
    }

    /** As the registry does, so that the database's own schemas are made. */
    private static void tell(Connection connection, Shared shared) throws SQLException {
        RegistryNotice added = new RegistryNotice("connection.add", shared.connection());
        try (PreparedStatement notify = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            notify.setString(1, RegistryNotice.CHANNEL);
            notify.setString(2, added.payload());
            notify.execute();
        }
    }
}
