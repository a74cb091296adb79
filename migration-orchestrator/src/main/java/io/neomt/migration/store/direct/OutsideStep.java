package io.neomt.migration.store.direct;

import io.neomt.migration.plan.AppliedMigration;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.lint.Change;
import io.neomt.migration.plan.lint.Linter.Parsed;
import io.neomt.migration.plan.lint.Statement;
import io.neomt.migration.sql.SqlParser;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * One statement that PostgreSQL refuses inside of a transaction, such as CREATE INDEX CONCURRENTLY. When it fails in the
 * middle it leaves an index that is written to and never read; that is dropped then, or by the next attempt where the
 * process was killed.
 */
final class OutsideStep {

    /** It waits for every older transaction, and keeps nobody from working meanwhile. */
    private static final int MORE_PATIENT = 30;

    private static final Duration LONGEST = Duration.ofHours(6);

    private static final String INVALID = """
            SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = current_schema()::regnamespace AND NOT i.indisvalid
              AND (c.relname = {0} OR c.relname LIKE '%\\_ccnew%' OR c.relname LIKE '%\\_ccold%')""";

    private static final String VALID = """
            SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = {0} AND i.indisvalid""";

    private final Connection connection;
    private final DSLContext dsl;
    private final String schema;
    private final Duration lockPatience;

    OutsideStep(Connection connection, String schema, Duration lockPatience) {
        this.connection = connection;
        this.dsl = DSL.using(connection, SQLDialect.POSTGRES);
        this.schema = schema;
        this.lockPatience = lockPatience;
    }

    /** @param planner what is left to do by the history, which is read once more under the lock */
    void run(Step step, Function<List<AppliedMigration>, List<Step>> planner) throws SQLException {
        Statement statement = only(step.script());
        connection.setAutoCommit(true);
        try {
            enter();
            try {
                List<Step> left = planner.apply(History.read(dsl));
                if (!left.isEmpty() && left.getFirst().equals(step)) {
                    run(step, statement);
                }
            } finally {
                leave();
            }
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /** More than one could not be told apart when the second fails. */
    private static Statement only(Script script) {
        Parsed parsed = SqlParser.parse(script.sql());
        if (parsed.problem().isPresent() || parsed.statements().size() != 1) {
            throw new RefusedSchemaException(
                    script.name() + " cannot run in a transaction: it has to consist of that one statement alone");
        }
        Statement statement = parsed.statements().getFirst();
        boolean nameless = statement.changes().stream()
                .anyMatch(change ->
                        change instanceof Change.IndexMade made && made.index().isEmpty());
        if (nameless) {
            throw new RefusedSchemaException(script.name()
                    + " makes an index without a name, which could not be found again when that fails in the middle");
        }
        return statement;
    }

    private void enter() throws SQLException {
        SteppedMigration.execute(
                connection,
                "SET lock_timeout = %d; SET statement_timeout = %d; SET search_path TO %s"
                        .formatted(
                                lockPatience.multipliedBy(MORE_PATIENT).toMillis(),
                                LONGEST.toMillis(),
                                DSL.quotedName(schema)));
        if (!isTrue("SELECT pg_try_advisory_lock(%d)".formatted(FlywayLock.keyOf(schema)))) {
            throw new LockedElsewhereException(schema);
        }
    }

    private boolean isTrue(String query) {
        return Objects.requireNonNull(dsl.fetchSingle(query).get(0, Boolean.class));
    }

    /** Whoever gets the connection next finds it as it was. */
    private void leave() throws SQLException {
        if (!connection.isClosed() && connection.isValid(1)) {
            SteppedMigration.execute(
                    connection,
                    "SELECT pg_advisory_unlock(%d); RESET lock_timeout; RESET statement_timeout; RESET search_path"
                            .formatted(FlywayLock.keyOf(schema)));
        }
    }

    private void run(Step step, Statement statement) throws SQLException {
        String index = indexOf(statement).orElse("");
        dropHalves(index);
        if (!isMadeAlready(index, statement)) {
            build(step.script(), index);
        }
        SteppedMigration.execute(connection, step.history());
    }

    private void build(Script script, String index) throws SQLException {
        boolean done = false;
        try {
            SteppedMigration.execute(connection, script.sql());
            done = true;
        } finally {
            if (!done) {
                cleanUp(index);
            }
        }
    }

    /** Where it does not succeed, the next attempt does it. */
    private void cleanUp(String index) {
        try {
            if (connection.isValid(1)) {
                dropHalves(index);
            }
        } catch (SQLException | DataAccessException _) {
            // what the statement itself said matters more
        }
    }

    private void dropHalves(String index) throws SQLException {
        for (String half : dsl.fetch(INVALID, DSL.inline(index)).getValues(0, String.class)) {
            SteppedMigration.execute(connection, "DROP INDEX CONCURRENTLY IF EXISTS " + DSL.quotedName(half));
        }
    }

    /** The process that made it was killed before it could say so. */
    private boolean isMadeAlready(String index, Statement statement) {
        return dsl.fetch(VALID, DSL.inline(index)).getValues(0, String.class).stream()
                .anyMatch(there -> plain(there).equals(plain(statement.text())));
    }

    private String plain(String definition) {
        return definition
                .toLowerCase(Locale.ROOT)
                .replace(" concurrently", "")
                .replace(" if not exists", "")
                .replace(" using btree", "")
                .replace("\"", "")
                .replace(schema + ".", "")
                .replaceAll("[\\s()]", "");
    }

    private static Optional<String> indexOf(Statement statement) {
        return statement.changes().stream()
                .filter(Change.IndexMade.class::isInstance)
                .map(change -> ((Change.IndexMade) change).index())
                .findFirst();
    }
}
