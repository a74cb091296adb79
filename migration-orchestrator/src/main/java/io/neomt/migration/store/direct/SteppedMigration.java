package io.neomt.migration.store.direct;

import io.neomt.migration.plan.AppliedMigration;
import io.neomt.migration.plan.MigrationPlan;
import io.neomt.migration.plan.Planner;
import io.neomt.migration.plan.SchemaState;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.undo.UndoScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Brings one schema to a version, forth or back. What can run in a transaction runs together in one, as far as the next
 * script that cannot; that one runs alone.
 *
 * @param lockPatience how long a statement waits for a lock
 * @param statementPatience how long a statement of a transaction may take
 */
public record SteppedMigration(Duration lockPatience, Duration statementPatience) {

    /**
     * @param connection with auto-commit off
     * @param scripts every script of the level
     * @throws LockedElsewhereException when Flyway or another migration works at the schema; trying again helps
     * @throws RefusedSchemaException when the history is not one of these scripts, or one of them cannot be run
     */
    public void migrate(Connection connection, String schema, List<Script> scripts, SchemaVersion to)
            throws SQLException {
        run(connection, schema, history -> pending(scripts, to, history));
    }

    /**
     * Takes back every version above one.
     *
     * @param connection with auto-commit off
     * @throws LockedElsewhereException when Flyway or another migration works at the schema; trying again helps
     * @throws UndoScripts.UndoMissingException when there is no way back
     */
    public void rollBack(Connection connection, String schema, UndoScripts scripts, SchemaVersion to)
            throws SQLException {
        run(connection, schema, history -> {
            List<SchemaVersion> applied =
                    history.stream().map(AppliedMigration::version).toList();
            return scripts.above(to, applied).stream().map(Step::undo).toList();
        });
    }

    private static List<Step> pending(List<Script> scripts, SchemaVersion to, List<AppliedMigration> history) {
        SchemaState state =
                new SchemaState(scripts.stream().map(Script::shipped).toList(), history);
        return switch (Planner.plan(state)) {
            case MigrationPlan.UpToDate _ -> List.of();
            case MigrationPlan.Refused refused -> throw new RefusedSchemaException(refused.message());
            case MigrationPlan.Apply apply -> {
                Set<SchemaVersion> versions =
                        apply.pending().stream().map(each -> each.version()).collect(Collectors.toSet());
                yield scripts.stream()
                        .filter(script -> versions.contains(script.version())
                                && script.version().compareTo(to) <= 0)
                        .map(Step::apply)
                        .toList();
            }
        };
    }

    private void run(Connection connection, String schema, Function<List<AppliedMigration>, List<Step>> planner)
            throws SQLException {
        List<Step> left;
        do {
            left = inTransaction(connection, schema, planner);
            if (!left.isEmpty()) {
                new OutsideStep(connection, schema, lockPatience).run(left.getFirst(), planner);
            }
        } while (left.size() > 1);
    }

    /** What is left: nothing, or some of which the first cannot run in a transaction. */
    private List<Step> inTransaction(
            Connection connection, String schema, Function<List<AppliedMigration>, List<Step>> planner)
            throws SQLException {
        boolean done = false;
        try {
            DSLContext dsl = DSL.using(connection, SQLDialect.POSTGRES);
            List<Step> steps = planner.apply(enter(dsl, schema));
            int together = 0;
            while (together < steps.size() && steps.get(together).script().transactional()) {
                execute(connection, steps.get(together).sql());
                together++;
            }
            connection.commit();
            done = true;
            return steps.subList(together, steps.size());
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    private List<AppliedMigration> enter(DSLContext dsl, String schema) {
        dsl.execute("SET LOCAL lock_timeout = %d; SET LOCAL statement_timeout = %d; SET LOCAL search_path TO %s"
                .formatted(lockPatience.toMillis(), statementPatience.toMillis(), DSL.quotedName(schema)));
        if (!Objects.requireNonNull(
                dsl.fetchSingle("SELECT pg_try_advisory_xact_lock({0})", DSL.inline(FlywayLock.keyOf(schema)))
                        .get(0, Boolean.class))) {
            throw new LockedElsewhereException(schema);
        }
        return History.read(dsl);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
