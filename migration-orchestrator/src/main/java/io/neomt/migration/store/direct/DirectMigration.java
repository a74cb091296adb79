package io.neomt.migration.store.direct;

import io.neomt.migration.plan.AppliedMigration;
import io.neomt.migration.plan.MigrationPlan;
import io.neomt.migration.plan.Planner;
import io.neomt.migration.plan.SchemaState;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.Script;
import io.neomt.view.Migrations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;

/**
 * Brings one schema to the version of one of some scripts in one transaction and two round trips: under Flyway's own lock its
 * history is read once more, then all that is pending is run together with the rows that Flyway would have written.
 *
 * @param scripts every script of the level, all of which run in a transaction
 * @param lockPatience how long a statement waits for a lock
 * @param statementPatience how long a statement may take
 */
public record DirectMigration(List<Script> scripts, Duration lockPatience, Duration statementPatience) {

    private static final String HISTORY = Migrations.HISTORY_TABLE;

    public DirectMigration {
        scripts = List.copyOf(scripts);
    }

    /**
     * The scripts that were applied, none where all had been; commits.
     *
     * @param connection with auto-commit off
     * @throws LockedElsewhereException when Flyway or another migration works at the schema; trying again helps
     * @throws RefusedSchemaException when the history is not one of these scripts
     */
    public List<Script> migrate(Connection connection, String schema, SchemaVersion to) throws SQLException {
        try {
            List<Script> applied = inTransaction(connection, schema, to);
            connection.commit();
            return applied;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    /** A connection that was lost has nothing to roll back, and why it was lost is what counts. */
    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private List<Script> inTransaction(Connection connection, String schema, SchemaVersion to) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            Known known = enter(statement, schema);
            List<Script> pending = pending(known.history()).stream()
                    .filter(script -> script.version().compareTo(to) <= 0)
                    .toList();
            if (!pending.isEmpty()) {
                statement.execute(sql(pending, known.rank()));
            }
            return pending;
        }
    }

    /**
     * The history under the lock.
     *
     * @param rank of its last line, 0 where it has none
     */
    private record Known(List<AppliedMigration> history, int rank) {}

    private Known enter(Statement statement, String schema) throws SQLException {
        statement.execute("SET LOCAL lock_timeout = %d; SET LOCAL statement_timeout = %d; SET LOCAL search_path TO %s;"
                        .formatted(lockPatience.toMillis(), statementPatience.toMillis(), DSL.quotedName(schema))
                + "SELECT pg_try_advisory_xact_lock(%d);".formatted(FlywayLock.keyOf(schema))
                + "SELECT version, description, script, checksum, installed_on, execution_time, success, installed_rank FROM "
                + HISTORY + " ORDER BY installed_rank");
        boolean locked = false;
        while (statement.getMoreResults() || statement.getUpdateCount() != -1) {
            try (ResultSet result = statement.getResultSet()) {
                if (result == null) {
                    continue;
                }
                if (result.getMetaData().getColumnCount() > 1) {
                    return history(result);
                }
                locked = result.next() && result.getBoolean(1);
            }
            if (!locked) {
                throw new LockedElsewhereException(schema);
            }
        }
        throw new IllegalStateException("PostgreSQL did not answer every statement");
    }

    private static Known history(ResultSet rows) throws SQLException {
        List<AppliedMigration> history = new ArrayList<>();
        int rank = 0;
        while (rows.next()) {
            rank = rows.getInt(8);
            // Flyway also keeps lines that are not of a version: that it made the schema, for example
            if (rows.getString(1) != null) {
                history.add(applied(rows));
            }
        }
        return new Known(history, rank);
    }

    private static AppliedMigration applied(ResultSet row) throws SQLException {
        return new AppliedMigration(
                new SchemaVersion(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getTimestamp(5).toInstant(),
                Duration.ofMillis(row.getInt(6)),
                row.getBoolean(7));
    }

    private List<Script> pending(List<AppliedMigration> history) {
        SchemaState state =
                new SchemaState(scripts.stream().map(Script::shipped).toList(), history);
        return switch (Planner.plan(state)) {
            case MigrationPlan.UpToDate _ -> List.of();
            case MigrationPlan.Refused refused -> throw new RefusedSchemaException(refused.message());
            case MigrationPlan.Apply apply -> {
                Map<SchemaVersion, Script> byVersion = new HashMap<>();
                scripts.forEach(script -> byVersion.put(script.version(), script));
                yield apply.pending().stream()
                        .map(shipped -> byVersion.get(shipped.version()))
                        .toList();
            }
        };
    }

    private static String sql(List<Script> pending, int rank) {
        StringBuilder all = new StringBuilder();
        for (Script script : pending) {
            rank++;
            all.append(Step.apply(script, rank).sql());
        }
        return all.toString();
    }
}
