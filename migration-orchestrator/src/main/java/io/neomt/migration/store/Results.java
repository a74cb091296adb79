package io.neomt.migration.store;

import io.neomt.migration.run.Claim;
import io.neomt.migration.run.Runs.Failure;
import io.neomt.migration.run.Runs.Result;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Writes down how migrating schemas ended, in the transaction it is made with. */
record Results(DSLContext dsl) {

    private static final int LONGEST = 2_000;

    /** However many there are: one statement. */
    private static final String KEEP = """
            UPDATE admin.migration_targets t SET state = CASE WHEN r.error IS NULL THEN 'done' ELSE 'failed' END,
              attempts = t.attempts + r.attempts, millis = r.millis, sqlstate = r.sqlstate, error = r.error, finished_at = now()
            FROM unnest(?::int[], ?::int[], ?::bigint[], ?::text[], ?::text[]) AS r (number, attempts, millis, sqlstate, error)
            WHERE t.run_id = ? AND t.number = r.number""";

    void keep(Claim claim, List<Result> results) {
        dsl.execute(
                KEEP,
                each(results, Integer[]::new, result -> result.target().number()),
                each(results, Integer[]::new, Result::attempts),
                each(results, Long[]::new, Result::millis),
                each(
                        results,
                        String[]::new,
                        result -> result.error() == null ? null : result.error().sqlstate()),
                each(results, String[]::new, result -> result.error() == null ? null : message(result.error())),
                claim.run());
    }

    private static <T extends @Nullable Object> T[] each(
            List<Result> results, IntFunction<T[]> array, Function<Result, T> what) {
        return results.stream().map(what).toArray(array);
    }

    private static String message(Failure error) {
        String message = error.message();
        return message.length() > LONGEST ? message.substring(0, LONGEST) : message;
    }
}
