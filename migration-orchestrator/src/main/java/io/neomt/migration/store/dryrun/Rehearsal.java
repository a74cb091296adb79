package io.neomt.migration.store.dryrun;

import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.dryrun.Report.Failure;
import io.neomt.migration.plan.dryrun.Report.Step;
import io.neomt.migration.plan.dryrun.Report.Tried;
import io.neomt.migration.plan.dryrun.Report.Where;
import io.neomt.migration.plan.lint.Linter.Parsed;
import io.neomt.migration.plan.lint.Statement;
import io.neomt.migration.sql.SqlParser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Runs scripts statement by statement on a connection, up to the first that fails. */
final class Rehearsal {

    private final Connection connection;
    private final DSLContext dsl;
    private final Where where;
    private final Catalog first;
    private boolean failed;

    /** @param connection at the schema, in a transaction or with auto-commit, as the scripts need it */
    Rehearsal(Connection connection, Where where) {
        this.connection = connection;
        this.dsl = DSL.using(connection, SQLDialect.POSTGRES);
        this.where = where;
        this.first = Catalog.read(dsl);
    }

    boolean failed() {
        return failed;
    }

    Tried run(Script script) {
        if (failed) {
            return notRun(script);
        }
        List<Step> steps = new ArrayList<>();
        for (Statement statement : statements(script)) {
            if (!failed) {
                steps.add(step(statement));
            }
        }
        return new Tried(script.name(), where, steps);
    }

    static Tried notRun(Script script) {
        return new Tried(script.name(), Where.NOT_RUN, List.of());
    }

    /** What the parser does not know is left to PostgreSQL, as one. */
    private static List<Statement> statements(Script script) {
        Parsed parsed = SqlParser.parse(script.sql());
        return parsed.problem().isPresent()
                ? List.of(new Statement(1, script.sql(), List.of(), true, List.of()))
                : parsed.statements();
    }

    private Step step(Statement statement) {
        Catalog before = Catalog.read(dsl);
        long begun = System.nanoTime();
        try {
            long rows = execute(statement.text());
            double millis = millisSince(begun);
            Catalog after = Catalog.read(dsl);
            return new Step(
                    statement.line(),
                    statement.text(),
                    millis,
                    rows,
                    where == Where.CLONE ? List.of() : before.taken(after, first),
                    before.rewritten(after),
                    null);
        } catch (SQLException e) {
            failed = true;
            Failure failure = new Failure(e.getSQLState(), Objects.requireNonNullElse(e.getMessage(), e.toString()));
            return new Step(statement.line(), statement.text(), millisSince(begun), 0, List.of(), List.of(), failure);
        }
    }

    private long execute(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            long rows = Math.max(0, statement.getLargeUpdateCount());
            while (statement.getMoreResults() || statement.getUpdateCount() != -1) {
                rows += Math.max(0, statement.getLargeUpdateCount());
            }
            return rows;
        }
    }

    private static double millisSince(long begun) {
        return Math.round((System.nanoTime() - begun) / 10_000.0) / 100.0;
    }
}
