package io.neomt.command.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells failures that pass from those that stay. */
final class Failures {

    /** Connections, resources, operator's intervention, transaction rollback: classes of SQLSTATE. */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "40");

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Failures() {}

    /** Whether the database is away, busy or asks for another try. */
    static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return PASSING.contains(sql.getSQLState().substring(0, 2))
                        || sql.getSQLState().equals(LOCK_NOT_AVAILABLE);
            }
        }
        return false;
    }

    /** Whether another transaction wrote the same row first; the next try will see it. */
    static boolean isLostRace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
