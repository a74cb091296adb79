package io.neomt.migration.store;

import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.plan.fleet.Target;
import io.neomt.migration.run.AdminSchema;
import io.neomt.migration.run.SchemaMigrator;
import io.neomt.migration.store.direct.DirectMigration;
import io.neomt.migration.store.direct.SteppedMigration;
import io.neomt.migration.store.script.ScriptReader;
import io.neomt.view.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * Migrates what there is one of by Flyway, and tenants' schemas directly: at once as long as every script of theirs runs in
 * a transaction, else step by step.
 */
public final class FleetMigrator implements SchemaMigrator {

    /** Of one Flyway: one to look, one to migrate, one that holds its lock. */
    public static final int OF_FLYWAY = 3;

    private final AdminSchema admin;
    private final Databases databases;
    private final ScriptReader reader;
    private final Supplier<Map<Level, List<Script>>> catalog;
    private final Limits limits;
    private volatile @Nullable Tenants tenants;

    /** Leads to the databases. */
    public interface Databases {

        /** @return with auto-commit off, and room for three connections at least */
        DataSource of(Target target);
    }

    /**
     * @param bound of connections
     * @param lockPatience how long a statement waits for a lock
     * @param statementPatience how long a statement may take
     */
    public record Limits(ServerBound bound, Duration lockPatience, Duration statementPatience) {

        String sql() {
            return "SET lock_timeout = %d; SET statement_timeout = %d"
                    .formatted(lockPatience.toMillis(), statementPatience.toMillis());
        }
    }

    /** How the scripts of tenants' schemas are applied. */
    private record Tenants(
            List<Script> scripts, DirectMigration direct, SteppedMigration stepped, boolean transactional) {}

    public FleetMigrator(
            AdminSchema admin,
            Databases databases,
            ScriptReader reader,
            Supplier<Map<Level, List<Script>>> catalog,
            Limits limits) {
        this.admin = admin;
        this.databases = databases;
        this.reader = reader;
        this.catalog = catalog;
        this.limits = limits;
    }

    @Override
    public void migrate(Target target, SchemaVersion to) throws NotMigratedException {
        try {
            run(target, to);
        } catch (SQLException | RuntimeException e) {
            throw FleetFailures.of(e);
        }
    }

    @Override
    public void rollBack(Target target, SchemaVersion to) throws NotMigratedException {
        if (target.level() != Level.TENANT && target.level() != Level.TEMPLATE) {
            throw new IllegalArgumentException("only tenants' schemas and templates go back, not " + target.name());
        }
        try (ServerBound.Held _ = limits.bound().hold(target.connection(), 1);
                Connection connection = databases.of(target).getConnection()) {
            new SteppedMigration(limits.lockPatience(), limits.statementPatience())
                    .rollBack(connection, target.schema(), reader.undo(Migrations.TENANT), to);
        } catch (SQLException | RuntimeException e) {
            throw FleetFailures.of(e);
        }
    }

    private void run(Target target, SchemaVersion to) throws SQLException {
        switch (target.level()) {
            case ADMIN -> admin.apply();
            case REGIONAL -> byFlyway(Migrations.REGIONAL, target, to);
            case TEMPLATE -> byFlyway(Migrations.TENANT, target, to);
            case TENANT -> tenant(target, to);
        }
    }

    private void tenant(Target target, SchemaVersion to) throws SQLException {
        Tenants how = tenants(Objects.requireNonNull(catalog.get().get(Level.TENANT)));
        try (ServerBound.Held _ = limits.bound().hold(target.connection(), 1);
                Connection connection = databases.of(target).getConnection()) {
            if (how.transactional()) {
                how.direct().migrate(connection, target.schema(), to);
            } else {
                how.stepped().migrate(connection, target.schema(), how.scripts(), to);
            }
        }
    }

    /** Looked through once, not for each schema. */
    private Tenants tenants(List<Script> scripts) {
        @Nullable Tenants known = tenants;
        if (known == null || !known.scripts().equals(scripts)) {
            known = new Tenants(
                    scripts,
                    new DirectMigration(scripts, limits.lockPatience(), limits.statementPatience()),
                    new SteppedMigration(limits.lockPatience(), limits.statementPatience()),
                    scripts.stream().allMatch(Script::transactional));
            tenants = known;
        }
        return known;
    }

    private void byFlyway(Migrations level, Target target, SchemaVersion to) {
        try (ServerBound.Held _ = limits.bound().hold(target.connection(), OF_FLYWAY)) {
            Flyway.configure(FleetMigrator.class.getClassLoader())
                    .dataSource(databases.of(target))
                    .locations(reader.locations(level).toArray(String[]::new))
                    .schemas(target.schema())
                    .createSchemas(target.level() != Level.TENANT)
                    .table(Migrations.HISTORY_TABLE)
                    .target(to.value())
                    .initSql(limits.sql())
                    // an index that is built concurrently would wait for the transaction of the lock for ever
                    .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                    .placeholderReplacement(false)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        }
    }
}
