package io.neomt.migration.config;

import io.neomt.deploy.embedded.StackSeed;
import io.neomt.event.TenantId;
import io.neomt.migration.TenantSchemas;
import io.neomt.testkit.backends.AdminDatabase;
import io.neomt.testkit.backends.Backends;
import io.neomt.view.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** A platform with tenants as they are after a release, some users of the platform, and a folder for scripts. */
final class RunningFleet {

    private final AdminDatabase admin = Backends.shared().freshAdminDatabase();
    private final DataSource tenants = Backends.shared().dataSource(admin.sharedDatabase());
    private final TenantSchemas shared = new TenantSchemas(tenants);
    private final Path folder;

    /** @param count tenants {@code t1}, {@code t2}, … beside the platform's own */
    RunningFleet(Path folder, int count) {
        this.folder = folder;
        addTenant("platform", TenantId.PLATFORM.value(), "schema", null, shared);
        for (int i = 1; i <= count; i++) {
            addTenant("t" + i, new UUID(9, i), "schema", null, shared);
        }
        user("admin", "*.*.*");
        user("reader", "migrations.read.tenant");
    }

    /** With a database of its own on the same server. */
    String addOwnDatabase(String slug, int number) {
        String name = "own_" + UUID.randomUUID().toString().replace("-", "");
        execute(admin.dataSource(), "CREATE DATABASE " + name);
        addTenant(
                slug,
                new UUID(9, number),
                "database",
                name,
                new TenantSchemas(Backends.shared().dataSource(name)));
        return name;
    }

    private void addTenant(String slug, UUID id, String deployment, @Nullable String role, TenantSchemas schemas) {
        schemas.make("tenant_" + slug);
        execute(admin.dataSource(), """
                INSERT INTO admin.tenants (id, name, slug, schema_name, status, deployment_type, region, connection_name,
                  template_version, database_role, version, created_at, updated_at)
                VALUES ('%s', 'T', '%s', 'tenant_%2$s', 'active', '%s', '%s', '%s', '%s', %s, 1, now(), now())""".formatted(
                        id,
                        slug,
                        deployment,
                        StackSeed.REGION,
                        StackSeed.CONNECTION,
                        Migrations.TENANT.requiredVersion(),
                        role == null ? "NULL" : "'" + role + "'"));
    }

    private void user(String name, String permission) {
        UUID id = UUID.randomUUID();
        onTenants(
                "INSERT INTO tenant_platform.users (id, username, display_name, external_id, status, version, created_at,"
                        + " updated_at) VALUES ('%s', '%s', 'x', '%2$s', 'active', 1, now(), now())"
                                .formatted(id, name));
        onTenants("INSERT INTO tenant_platform.user_permissions (id, user_id, permission, effect, granted_at)"
                + " VALUES (gen_random_uuid(), '%s', '%s', 'allow', now())".formatted(id, permission));
    }

    /** The settings of an orchestrator of this fleet whose command service does not answer. */
    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(admin.properties());
        settings.put("server.port", "0");
        settings.put("neo.migrations.folder", folder.toString());
        settings.put("neo.service-account.command-service-url", "http://127.0.0.1:1");
        return settings;
    }

    /** @param more settings, each as an argument */
    List<String> arguments(String... more) {
        Map<String, String> settings = settings();
        for (String argument : more) {
            String[] parts = argument.substring("--".length()).split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    /** An orchestrator of this fleet. */
    ConfigurableApplicationContext start(String... more) {
        return MigrationOrchestratorApplication.start(arguments(more).toArray(String[]::new));
    }

    void script(String level, String name, String sql) {
        try {
            Files.createDirectories(folder.resolve(level));
            Files.writeString(folder.resolve(level).resolve(name), sql);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it was before. */
    String edit(String level, String name, String sql) {
        try {
            String before = Files.readString(folder.resolve(level).resolve(name));
            script(level, name, sql);
            return before;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By a plain Flyway, that nothing is pending and that all is as the scripts say. */
    void validate(String slug) {
        Flyway flyway = Flyway.configure(RunningFleet.class.getClassLoader())
                .dataSource(tenants)
                .locations("classpath:" + Migrations.TENANT.folder(), "filesystem:" + folder.resolve("tenant"))
                .schemas("tenant_" + slug)
                .load();
        flyway.validate();
        if (flyway.info().pending().length > 0) {
            throw new AssertionError("Flyway would migrate " + slug);
        }
    }

    void remove(String level, String name) {
        try {
            Files.delete(folder.resolve(level).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void onTenants(String sql) {
        execute(tenants, sql);
    }

    void onAdmin(String sql) {
        execute(admin.dataSource(), sql);
    }

    /** Whether a plain Flyway finds nothing to do in the schema of a tenant, and nothing to complain of. */
    boolean flywayAgrees(int tenant) {
        Flyway flyway = shared.flyway("tenant_t" + tenant, "filesystem:" + folder.resolve("tenant"));
        return flyway.validateWithResult().validationSuccessful && flyway.info().pending().length == 0;
    }

    /** In the database of the tenants' schemas. */
    long count(String sql) {
        return count(admin.sharedDatabase(), sql);
    }

    long count(String database, String sql) {
        try (Connection connection = Backends.shared().dataSource(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long countAdmin(String sql) {
        return count(admin.name(), sql);
    }

    private static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
