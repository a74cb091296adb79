package io.neomt.migration.store;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.migration.run.Telling;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;

/** What is still to be told, in the admin database. One process tells at a time, so that the order is kept. */
public record StepRows(AdminDatabase database) implements Telling.Untold {

    /** Any number that nobody else locks. */
    private static final long LOCK = 7_300_411_206L;

    /** The oldest batch that was begun, or else a new one: steps of one run that follow each other. */
    private static final String CHOOSE = """
            WITH oldest AS (SELECT run_id, batch FROM admin.migration_steps ORDER BY id LIMIT 1),
            chosen AS (
              SELECT s.id FROM admin.migration_steps s JOIN oldest o ON o.run_id = s.run_id
              WHERE o.batch IS NULL AND s.batch IS NULL ORDER BY s.id LIMIT 500
            )
            UPDATE admin.migration_steps SET batch = ? WHERE id IN (SELECT id FROM chosen)""";

    private static final String READ = """
            SELECT s.run_id, s.batch, jsonb_build_object('steps', jsonb_agg(s.body ORDER BY s.id))::text
            FROM admin.migration_steps s
            WHERE s.batch = (SELECT batch FROM admin.migration_steps ORDER BY id LIMIT 1)
            GROUP BY s.run_id, s.batch""";

    @Override
    public boolean tell(Predicate<Telling.Batch> heard) {
        int unused = database.write(dsl -> locked(dsl) ? dsl.execute(CHOOSE, UUID.randomUUID()) : 0);
        return database.write(dsl -> {
            Optional<Telling.Batch> batch = locked(dsl) ? next(dsl) : Optional.empty();
            boolean told = batch.filter(heard).isPresent();
            batch.filter(_ -> told)
                    .ifPresent(known -> dsl.execute("DELETE FROM admin.migration_steps WHERE batch = ?", known.key()));
            return told;
        });
    }

    private static boolean locked(DSLContext dsl) {
        return dsl.fetchSingle("SELECT pg_try_advisory_xact_lock(?)", LOCK).get(0, Boolean.class);
    }

    private static Optional<Telling.Batch> next(DSLContext dsl) {
        return dsl.fetchOptional(READ)
                .map(row ->
                        new Telling.Batch(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, String.class)));
    }
}
