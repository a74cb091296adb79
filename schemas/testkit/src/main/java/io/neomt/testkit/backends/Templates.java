package io.neomt.testkit.backends;

import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.view.Migrations;
import io.neomt.view.SchemaName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes databases. The admin database is migrated once per stack and content of its scripts, and copied from then on,
 * which takes a tenth of the time.
 */
final class Templates {

    /** Any number that nobody else locks. */
    private static final long TEMPLATE_LOCK = 7_300_411_205L;

    private final StackAddresses addresses;

    Templates(StackAddresses addresses) {
        this.addresses = addresses;
    }

    PGSimpleDataSource owner(String database) {
        return source(database, addresses.postgresUser(), addresses.postgresPassword());
    }

    void createDatabase(String name) {
        create(name, "template1");
    }

    void createAdminDatabase(String name) {
        create(name, adminTemplate());
    }

    void migrateTenant(DataSource database, SchemaName schema) {
        flyway(database, Migrations.TENANT, schema.value());
    }

    private String adminTemplate() {
        String template = "template_admin_" + Long.toHexString(checksum());
        try (Connection connection = superuser().getConnection();
                Statement statement = connection.createStatement()) {
            // tests of several processes share the server
            statement.execute("SELECT pg_advisory_lock(" + TEMPLATE_LOCK + ")");
            if (!exists(statement, template)) {
                String half = template + "_half";
                statement.execute("DROP DATABASE IF EXISTS " + half);
                create(half, "template1");
                flyway(owner(half), Migrations.ADMIN, Migrations.ADMIN_HISTORY_SCHEMA);
                statement.execute("ALTER DATABASE " + half + " RENAME TO " + template);
            }
            return template;
        } catch (SQLException e) {
            throw new IllegalStateException("no template of the admin database", e);
        }
    }

    private void create(String name, String template) {
        try (Connection connection = superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE DATABASE " + name + " OWNER " + addresses.postgresUser() + " TEMPLATE " + template);
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
            return rows.next();
        }
    }

    private static void flyway(DataSource database, Migrations migrations, String schema) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:" + migrations.folder())
                .failOnMissingLocations(true)
                .schemas(schema)
                .table(Migrations.HISTORY_TABLE)
                .group(true)
                .load()
                .migrate();
    }

    private static long checksum() {
        CRC32 sum = new CRC32();
        for (String script : Migrations.ADMIN.scripts()) {
            String path = "/" + Migrations.ADMIN.folder() + "/" + script;
            try (InputStream in = Migrations.class.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IllegalStateException("listed but not shipped: " + path);
                }
                sum.update(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sum.getValue();
    }

    private PGSimpleDataSource superuser() {
        return source("postgres", addresses.postgresSuperuser(), addresses.postgresSuperuserPassword());
    }

    private PGSimpleDataSource source(String database, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(addresses.jdbcUrl(database));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
