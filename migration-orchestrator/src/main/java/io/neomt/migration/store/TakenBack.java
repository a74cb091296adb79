package io.neomt.migration.store;

import io.neomt.commons.connections.AdminDatabase;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Schemas whose last run took versions back. What a person has taken back, no run brings forth again by itself. */
public record TakenBack(AdminDatabase database) implements Supplier<Set<String>> {

    private static final String QUERY = """
            SELECT name FROM (
              SELECT DISTINCT ON (t.name) t.name, r.direction
              FROM (SELECT coalesce(slug, connection_name || '/' || schema_name) AS name, run_id, finished_at
                    FROM admin.migration_targets WHERE state = 'done') t
              JOIN admin.migration_runs r ON r.id = t.run_id
              ORDER BY t.name, t.finished_at DESC, r.created_at DESC) newest
            WHERE direction = 'rollback'""";

    /** As {@link io.neomt.migration.plan.fleet.Target#name} has them. */
    @Override
    public Set<String> get() {
        return database.read(dsl -> new HashSet<>(dsl.fetch(QUERY).getValues(0, String.class)));
    }
}
