package io.neomt.deploy.embedded;

import io.neomt.view.ConnectionCipher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The rows of the admin database that name the stack's own servers: one region, and the connection on which tenants get
 * their schemas. To be applied at every start, after the migrations: ports may have changed.
 */
public final class StackSeed {

    public static final String REGION = "us-east-1";
    public static final String CONNECTION = "neo-shared-us-primary";

    private static final UUID REGION_ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID CONNECTION_ID = UUID.fromString("01900000-0000-7000-8000-000000000002");

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

    /** Seeds the stack's own admin database with the stack's own shared database. */
    public static void apply(StackAddresses addresses) {
        PGSimpleDataSource admin = new PGSimpleDataSource();
        admin.setUrl(addresses.adminJdbcUrl());
        admin.setUser(addresses.postgresUser());
        admin.setPassword(addresses.postgresPassword());
        apply(admin, addresses, PostgresServer.SHARED_DATABASE);
    }

    /** @param sharedDatabase where tenants' schemas go, on the stack's PostgreSQL */
    public static void apply(DataSource admin, StackAddresses addresses, String sharedDatabase) {
        try (Connection connection = admin.getConnection()) {
            connection.setAutoCommit(false);
            addRegion(connection);
            UUID region = id(connection, "admin.regions WHERE code", REGION, REGION_ID);
            UUID id = id(connection, "admin.database_connections WHERE connection_name", CONNECTION, CONNECTION_ID);
            upsertConnection(connection, region, id, addresses, sharedDatabase);
            connection.commit();
        } catch (SQLException e) {
            throw new StackException(
                    "The admin database cannot be seeded (are its migrations applied?): " + e.getMessage(), e);
        }
    }

    private static void addRegion(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REGION_ROW)) {
            insert.setObject(1, REGION_ID);
            insert.setString(2, REGION);
            insert.setString(3, "US East");
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
            Connection connection, UUID region, UUID id, StackAddresses addresses, String database)
            throws SQLException {
        ConnectionCipher cipher = new ConnectionCipher(addresses.connectionsKeyId(), addresses.connectionsKey());
        try (PreparedStatement upsert = connection.prepareStatement(CONNECTION_ROW)) {
            upsert.setObject(1, id);
            upsert.setString(2, CONNECTION);
            upsert.setObject(3, region);
            upsert.setString(4, addresses.postgresHost());
            upsert.setInt(5, Integer.parseInt(addresses.postgresPort()));
            upsert.setString(6, database);
            upsert.setString(7, addresses.postgresUser());
            upsert.setBytes(8, cipher.encrypt(id, addresses.postgresPassword()));
            upsert.setString(9, cipher.keyId());
            upsert.executeUpdate();
        }
    }
}
