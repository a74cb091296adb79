package io.neomt.migration.store;

import io.neomt.migration.run.SchemaMigrator.NotMigratedException;
import io.neomt.migration.store.direct.LockedElsewhereException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells failures to migrate a schema that pass by themselves from those that stay. */
final class FleetFailures {

    /** A lock that was not had in time, a deadlock, a statement that took too long, a server that restarts or is full. */
    private static final Set<String> PASSING =
            Set.of("55P03", "40P01", "40001", "57014", "57P01", "57P02", "57P03", "53300", "53400");

    private static final String CONNECTION_LOST = "08";

    private FleetFailures() {}

    static NotMigratedException of(Exception failure) {
        Throwable cause = causeOf(failure);
        String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
        String message = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        return new NotMigratedException(message, state, passes(cause, state), failure);
    }

    private static boolean passes(Throwable cause, @Nullable String state) {
        return cause instanceof LockedElsewhereException
                || cause instanceof SQLTransientException
                || (state != null && (PASSING.contains(state) || state.startsWith(CONNECTION_LOST)));
    }

    /** What PostgreSQL said where it said anything, else the first cause. */
    private static Throwable causeOf(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof SQLException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
