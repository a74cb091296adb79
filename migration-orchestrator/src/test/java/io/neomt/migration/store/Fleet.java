package io.neomt.migration.store;

import io.neomt.commons.connections.Residency;
import io.neomt.migration.EmptyDatabase;
import io.neomt.migration.TenantSchemas;
import io.neomt.migration.plan.fleet.Policy;
import io.neomt.migration.plan.fleet.RunSpec;
import io.neomt.migration.plan.fleet.Scope;
import io.neomt.migration.run.Claim;
import io.neomt.migration.run.Conductor;
import io.neomt.migration.run.Pace;
import io.neomt.migration.run.Planning;
import io.neomt.migration.run.RunObserver;
import io.neomt.migration.run.RunPlan;
import io.neomt.migration.run.Runs.Result;
import io.neomt.migration.run.Runs.Wave;
import io.neomt.migration.run.SchemaMigrator;
import io.neomt.migration.store.script.ScriptCatalog;
import io.neomt.migration.store.script.ScriptReader;
import io.neomt.view.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;

/** Some tenants of one server with the shipped template, and scripts that are to be applied to them. */
final class Fleet implements AutoCloseable {

    static final String CONNECTION = "db";
    /** Another name for the same database. */
    static final String OTHER = "other";

    private final EmptyDatabase database = new EmptyDatabase();
    private final TenantSchemas schemas = new TenantSchemas(database.database().pool());
    private final Path folder;
    private final int tenants;

    Fleet(Path folder, int tenants) {
        this.folder = folder;
        this.tenants = tenants;
        new FlywayAdminSchema(database.database().pool()).apply();
        database.execute(
                "INSERT INTO admin.regions (id, code, name) VALUES ('00000000-0000-7000-8000-000000000001', 'here', 'Here')");
        database.execute("""
                INSERT INTO admin.database_connections (id, connection_name, connection_type, region_id, host, port,
                  database_name, username, encrypted_password, encryption_key_id)
                VALUES ('00000000-0000-7000-8000-000000000002', 'db', 'primary', '00000000-0000-7000-8000-000000000001',
                  'localhost', 5432, 'x', 'x', '', 'k'),
                  ('00000000-0000-7000-8000-000000000003', 'other', 'primary', '00000000-0000-7000-8000-000000000001',
                  'localhost', 5432, 'x', 'x', '', 'k')""");
        for (int i = 1; i <= tenants; i++) {
            addTenant(i);
        }
        try {
            Files.createDirectories(folder.resolve("tenant"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void addTenant(int number) {
        database.execute("""
                INSERT INTO admin.tenants (id, name, slug, schema_name, status, deployment_type, region, connection_name,
                  template_version, version, created_at, updated_at)
                VALUES ('%s', 'T', 't%03d', 'tenant_t%03d', 'active', 'schema', 'here', 'db', '%s', 1, now(), now())""".formatted(new UUID(7, number), number, number, Migrations.TENANT.requiredVersion()));
        schemas.make(schema(number));
    }

    static String schema(int number) {
        return "tenant_t%03d".formatted(number);
    }

    EmptyDatabase database() {
        return database;
    }

    void script(String name, String sql) {
        try {
            Files.writeString(folder.resolve("tenant").resolve(name), sql);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SqlRuns runs(String owner) {
        return new SqlRuns(
                database.database(),
                new SpecJson(JsonMapper.builder().build()),
                owner,
                Duration.ofSeconds(2),
                DSL::noCondition);
    }

    Conductor conductor(String owner) {
        return conductor(owner, new Pace(0, Thread::sleep));
    }

    Conductor conductor(String owner, Pace pace) {
        return new Conductor(runs(owner), migrator(_ -> database.database().pool()), pace, new Quiet());
    }

    /** One that tries again at once. */
    Conductor hasty(String owner, FleetMigrator.Databases databases) {
        return new Conductor(runs(owner), migrator(databases), new Pace(0, _ -> {}), new Quiet());
    }

    private SchemaMigrator migrator(FleetMigrator.Databases databases) {
        ScriptReader reader = new ScriptReader(Optional.of(folder));
        return new FleetMigrator(
                new FlywayAdminSchema(database.database().pool()),
                databases,
                reader,
                catalog(),
                new FleetMigrator.Limits(
                        new ServerBound(_ -> "here", 4), Duration.ofMillis(400), Duration.ofMinutes(1)));
    }

    Optional<RunPlan> plan(Policy policy) {
        Planning planning = new Planning(catalog());
        return planning.plan(
                UUID.randomUUID(),
                new RunSpec(Scope.TENANTS, null, null, policy),
                new FleetReader(database.database(), Residency.EVERYWHERE).all(null),
                "test");
    }

    private ScriptCatalog catalog() {
        return new ScriptCatalog(
                new ScriptReader(Optional.of(folder)), database.database().pool(), _ -> {});
    }

    RunReader.Run run(UUID id) {
        return new RunReader(database.database()).run(id).orElseThrow();
    }

    /** How many tenants have a table of this name. */
    long having(String table) {
        return count(
                "SELECT count(*) FROM pg_tables WHERE schemaname LIKE 'tenant_t%' AND tablename = '" + table + "'");
    }

    /** How often a version was applied, over all tenants. */
    List<Long> applied(String version) {
        return java.util.stream.IntStream.rangeClosed(1, tenants)
                .mapToObj(i -> count("SELECT count(*) FROM " + schema(i) + ".flyway_schema_history WHERE version = '"
                        + version + "'"))
                .toList();
    }

    long count(String sql) {
        return database.database().read(dsl -> dsl.fetchSingle(sql).get(0, Long.class));
    }

    @Override
    public void close() {
        database.close();
    }

    /** Nobody looks. */
    private record Quiet() implements RunObserver {

        @Override
        public void begun(Claim claim) {}

        @Override
        public void wave(Claim claim, Wave wave) {}

        @Override
        public void migrated(Claim claim, List<Result> results) {}

        @Override
        public void retried(Claim claim, Result attempt) {}

        @Override
        public void stopped(Claim claim, String reason) {}

        @Override
        public void left(Claim claim) {}

        @Override
        public void done(Claim claim) {}
    }
}
