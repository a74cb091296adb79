package io.neomt.migration.store;

import io.neomt.commons.connections.AdminDatabase;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Tenants whose last run took versions back. What a person has taken back, no run brings forth again by itself. */
public record TakenBack(AdminDatabase database) implements Supplier<Set<String>> {

    private static final String QUERY = """
            SELECT slug FROM (
              SELECT DISTINCT ON (t.tenant_id) t.slug, r.direction
              FROM admin.migration_targets t JOIN admin.migration_runs r ON r.id = t.run_id
              WHERE t.state = 'done' AND t.tenant_id IS NOT NULL
              ORDER BY t.tenant_id, t.finished_at DESC, r.created_at DESC) newest
            WHERE direction = 'rollback'""";

    /** Their slugs. */
    @Override
    public Set<String> get() {
        return database.read(dsl -> new HashSet<>(dsl.fetch(QUERY).getValues(0, String.class)));
    }
}
