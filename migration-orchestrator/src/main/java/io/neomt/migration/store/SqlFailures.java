package io.neomt.migration.store;

import io.neomt.migration.run.DatabaseUnreachableException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass by themselves from those that stay. */
final class SqlFailures {

    /**
     * Starting up or shutting down, too many connections, a database that is still being created, a deadlock, and two
     * processes that create the same schema at once.
     */
    private static final Set<String> PASSING =
            Set.of("57P01", "57P02", "57P03", "53300", "3D000", "40001", "40P01", "23505", "42P06");

    private static final String CONNECTION_LOST = "08";

    private SqlFailures() {}

    static RuntimeException classify(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && passes(sql)) {
                return new DatabaseUnreachableException("the admin database does not answer", failure);
            }
        }
        return failure;
    }

    private static boolean passes(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || (state != null && (state.startsWith(CONNECTION_LOST) || PASSING.contains(state)));
    }
}
