package io.neomt.projection.store;

import io.neomt.commons.connections.UnknownConnectionException;
import io.neomt.projection.audit.UnchainedEventException;
import io.neomt.projection.kernel.Failure;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What failures of PostgreSQL mean. */
public final class StoreFailures {

    /** Connections, authorization while a password is rotated, resources, operator's intervention, system errors. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "28", "40", "53", "55", "57", "58");

    /**
     * No event makes a permission disappear; an operator may give it back. And a connection that has just learned of a new
     * tenant's role may for a moment not know yet that it may take it: PostgreSQL looks up the role anew, but keeps who is
     * a member of what until it has heard of the change.
     */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private StoreFailures() {}

    /** Empty for a failure of something else. */
    public static Optional<Failure> classify(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(passes(sql) ? new Failure.Retry() : new Failure.Park());
            }
            // the row may be written or switched on at any time; a tenant without a schema is not ready when looked at
            // again
            if (cause instanceof UnknownConnectionException
                    || cause instanceof NoSchemaException
                    || cause instanceof UnchainedEventException) {
                return Optional.of(new Failure.Retry());
            }
        }
        return Optional.empty();
    }

    private static boolean passes(SQLException sql) {
        @Nullable String state = sql.getSQLState();
        return sql instanceof SQLTransientException
                || state == null
                || state.equals(INSUFFICIENT_PRIVILEGE)
                || PASSING_CLASSES.contains(state.substring(0, Math.min(2, state.length())));
    }
}
