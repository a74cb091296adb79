package io.neomt.migration.store;

import io.neomt.migration.run.Claim;
import io.neomt.migration.run.Runs.Result;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes down what is going to be told, in the transaction in which it happens. */
record Steps(DSLContext dsl) {

    private static final String RUN = """
            INSERT INTO admin.migration_steps (run_id, body)
            SELECT r.id, jsonb_build_object('run', jsonb_strip_nulls(jsonb_build_object('change', ?::text, 'scope', r.scope,
              'direction', r.direction, 'reason', ?::text,
              'schemas', (SELECT count(*) FROM admin.migration_targets t WHERE t.run_id = r.id))))
            FROM admin.migration_runs r WHERE r.id = ?""";

    private static final String SCHEMAS = """
            INSERT INTO admin.migration_steps (run_id, body)
            SELECT t.run_id, CASE t.state WHEN 'done'
              THEN jsonb_build_object('migrated', jsonb_strip_nulls(jsonb_build_object('level', t.level,
                'connection', t.connection_name, 'schema', t.schema_name, 'tenant_id', t.tenant_id,
                'from_version', t.from_version, 'to_version', t.to_version, 'attempts', t.attempts,
                'millis', coalesce(t.millis, 0))))
              ELSE jsonb_build_object('failed', jsonb_strip_nulls(jsonb_build_object('level', t.level,
                'connection', t.connection_name, 'schema', t.schema_name, 'tenant_id', t.tenant_id,
                'to_version', t.to_version, 'attempts', t.attempts, 'sqlstate', t.sqlstate,
                'error', coalesce(t.error, '')))) END
            FROM admin.migration_targets t WHERE t.run_id = ? AND t.number = ANY (?::int[]) ORDER BY t.number""";

    private static final String WAVE = """
            INSERT INTO admin.migration_steps (run_id, body)
            SELECT t.run_id, jsonb_build_object('wave', jsonb_build_object('number', t.wave, 'change', ?::text,
              'size', count(*), 'failed', count(*) FILTER (WHERE t.state = 'failed')))
            FROM admin.migration_targets t
            WHERE t.run_id = ? AND t.wave = ?""";

    private static final String BEGINS = WAVE + " GROUP BY t.run_id, t.wave HAVING bool_and(t.state = 'pending')";

    /** Asked for after each few schemas: as long as one is left, the others are not counted. */
    private static final String ENDS = WAVE + """
             AND NOT EXISTS (SELECT 1 FROM admin.migration_targets p WHERE p.run_id = ? AND p.wave = ? AND p.state = 'pending')
            GROUP BY t.run_id, t.wave""";

    /** @param change begun, paused, resumed, stopped, done or aborted */
    void run(UUID run, String change, @Nullable String reason) {
        dsl.execute(RUN, change, DSL.val(reason, String.class), run);
    }

    void waveBegins(Claim claim, int wave) {
        dsl.execute(BEGINS, "begun", claim.run(), wave);
    }

    /** Of one wave, which has perhaps ended by that. */
    void schemas(Claim claim, int wave, List<Result> results) {
        Integer[] numbers =
                results.stream().map(result -> result.target().number()).toArray(Integer[]::new);
        dsl.execute(SCHEMAS, claim.run(), numbers);
        dsl.execute(ENDS, "ended", claim.run(), wave, claim.run(), wave);
    }
}
