package io.neomt.provisioning.store;

import io.neomt.provisioning.run.StepFailedException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Tells what passes by itself from what does not, by the states that PostgreSQL gives its errors. */
final class SqlFailures {

    /**
     * Broken connections, conflicts between transactions, a lack of resources, locks and limits of time, servers that
     * start or stop, and what somebody else made at the same moment.
     */
    private static final List<String> PASSING =
            List.of("08", "40", "53", "55P03", "55006", "57", "23505", "42P04", "42P06", "42P07", "42710");

    private SqlFailures() {}

    static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | FlywayException e) {
            throw new StepFailedException(reason(e), passes(e), e);
        }
    }

    private static String reason(RuntimeException e) {
        SQLException cause = sql(e);
        return cause == null ? String.valueOf(e.getMessage()) : String.valueOf(cause.getMessage());
    }

    private static boolean passes(RuntimeException e) {
        SQLException cause = sql(e);
        String state = cause == null ? null : cause.getSQLState();
        return state != null && PASSING.stream().anyMatch(state::startsWith);
    }

    private static @Nullable SQLException sql(@Nullable Throwable e) {
        return e == null || e instanceof SQLException ? (SQLException) e : sql(e.getCause());
    }
}
