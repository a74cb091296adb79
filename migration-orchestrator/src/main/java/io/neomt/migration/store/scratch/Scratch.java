package io.neomt.migration.store.scratch;

import io.neomt.migration.plan.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * A schema made of some scripts, without anybody's rows, at the connection's search path; gone when it is closed.
 *
 * @param committed whether others can see it, and the connection has auto-commit meanwhile
 */
public record Scratch(Connection connection, String schema, boolean committed) implements AutoCloseable {

    private static final String NAME =
            "SELECT 'neo_scratch_' || extract(epoch FROM now())::bigint || '_' || left(md5(random()::text), 12)";

    /** What a crash has left. */
    private static final String ABANDONED = """
            SELECT nspname FROM pg_namespace WHERE nspname ~ '^neo_scratch_[0-9]+_'
            AND split_part(nspname, '_', 3)::bigint < extract(epoch FROM now()) - 3600""";

    /** In a transaction where that can be. */
    public static Scratch of(Connection connection, List<Script> scripts) throws SQLException {
        return make(connection, scripts, !scripts.stream().allMatch(Script::transactional));
    }

    /** For what cannot run in a transaction. */
    public static Scratch committed(Connection connection, List<Script> scripts) throws SQLException {
        return make(connection, scripts, true);
    }

    private static Scratch make(Connection connection, List<Script> scripts, boolean committed) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(committed);
        DSLContext dsl = DSL.using(connection, SQLDialect.POSTGRES);
        if (committed) {
            dsl.fetch(ABANDONED).forEach(row -> dsl.dropSchemaIfExists(DSL.quotedName(row.get(0, String.class)))
                    .cascade()
                    .execute());
        }
        Scratch scratch = new Scratch(connection, dsl.fetchSingle(NAME).get(0, String.class), committed);
        boolean made = false;
        try {
            scratch.execute("CREATE SCHEMA " + scratch.schema);
            scratch.execute("SET " + (committed ? "" : "LOCAL ") + "search_path TO " + scratch.schema);
            for (Script script : scripts) {
                scratch.execute(script.sql());
            }
            made = true;
            return scratch;
        } finally {
            if (!made) {
                scratch.close();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (committed) {
            execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
            execute("RESET search_path");
            connection.setAutoCommit(false);
        } else {
            connection.rollback();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
