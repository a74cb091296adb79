package io.neomt.commons.connections;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;

/**
 * Runs work in one transaction on one pooled connection. The pool hands out connections with auto-commit off, so that a
 * transaction begins with its first statement and costs no round trip of its own.
 */
final class Transactions {

    private final DataSource pool;
    private final Configuration configuration;

    Transactions(DataSource pool, Configuration configuration) {
        this.pool = pool;
        this.configuration = configuration;
    }

    /**
     * Commits when the work returns; rolls everything back when it throws.
     *
     * @throws DatabaseUnavailableException when the database cannot be reached or no connection is free in time
     */
    <T> T run(Function<DSLContext, T> work) {
        try (Connection connection = pool.getConnection()) {
            return run(connection, work);
        } catch (SQLException e) {
            throw isAway(e)
                    ? new DatabaseUnavailableException(e)
                    : new DataAccessException("the database refused to begin or end a transaction", e);
        } catch (DataAccessException e) {
            throw e.getCause() instanceof SQLException cause && isAway(cause) ? new DatabaseUnavailableException(e) : e;
        }
    }

    /** Class 08 is a broken connection, 57P a server that is going down or coming up. */
    private static boolean isAway(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTransientConnectionException
                || (state != null && (state.startsWith("08") || state.startsWith("57P")));
    }

    private <T> T run(Connection connection, Function<DSLContext, T> work) throws SQLException {
        DSLContext dsl = DSL.using(configuration.derive(new DefaultConnectionProvider(connection)));
        try {
            T result = work.apply(dsl);
            connection.commit();
            return result;
        } catch (RuntimeException | Error | SQLException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // a broken connection leaves nothing behind; the pool drops it, and the first cause is what counts
            cause.addSuppressed(e);
        }
    }
}
