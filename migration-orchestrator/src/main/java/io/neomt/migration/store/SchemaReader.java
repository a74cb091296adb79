package io.neomt.migration.store;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.fleet.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** At which version each schema of the fleet is, and how many are behind. */
public record SchemaReader(AdminDatabase database) {

    /** Each schema with its version; the failure is that in a run that still holds it. */
    private static final String SCHEMAS = """
            WITH schemas (level, connection, schema, tenant, version) AS (
              SELECT 'tenant', connection_name, schema_name, slug, template_version FROM admin.tenants
              WHERE status IN ('active', 'suspended', 'deprovisioning', 'deleted') AND connection_name IS NOT NULL
              UNION ALL
              SELECT l.level, c.connection_name, l.schema, NULL, s.version
              FROM admin.database_connections c
              CROSS JOIN (VALUES ('regional', 'platform_common'), ('template', 'tenant_template')) l (level, schema)
              LEFT JOIN admin.migration_schemas s ON s.connection_name = c.connection_name AND s.schema_name = l.schema
              WHERE c.connection_type = 'primary' AND c.is_active
              UNION ALL
              SELECT 'admin', 'admin', 'admin', NULL, max(version::bigint)::text FROM admin.flyway_schema_history
              WHERE success AND version IS NOT NULL
            ), required (level, version) AS (SELECT * FROM unnest(?::text[], ?::text[])
            ), standing AS (
              SELECT s.*, r.version AS required, f.sqlstate, f.error, f.run_id,
                CASE WHEN f.run_id IS NOT NULL THEN 'failed'
                     WHEN s.version IS NULL OR s.version::bigint < r.version::bigint THEN 'behind'
                     ELSE 'up_to_date' END AS state
              FROM schemas s JOIN required r ON r.level = s.level
              LEFT JOIN admin.migration_targets f ON f.connection_name = s.connection AND f.schema_name = s.schema
                AND f.state = 'failed')
            """;

    private static final String LIST = SCHEMAS + """
            SELECT level, connection, schema, tenant, version, required, state, sqlstate, error, run_id FROM standing
            WHERE (connection, schema) > (? COLLATE "C", ? COLLATE "C")
              AND level = coalesce(?, level) AND state = ANY (?::text[])
            ORDER BY connection COLLATE "C", schema COLLATE "C" LIMIT ?""";

    private static final String COUNT = SCHEMAS + """
            SELECT level, version, state, count(*) FROM standing GROUP BY level, version, state
            ORDER BY level, version::bigint NULLS LAST, state""";

    /**
     * @param state {@code up_to_date}, {@code behind} or {@code failed}
     * @param run that it failed in
     */
    public record Standing(
            String level,
            String connection,
            String schema,
            @Nullable String tenant,
            @Nullable String version,
            String requiredVersion,
            String state,
            @Nullable String sqlstate,
            @Nullable String error,
            @Nullable UUID run) {}

    /** How many schemas of a level are alike. */
    public record Count(Level level, @Nullable String version, String state, long schemas) {}

    /** The last of the part before. */
    public record After(String connection, String schema) {

        public static final After NOTHING = new After("", "");
    }

    /**
     * In the order of their names.
     *
     * @param level only its; null for all
     * @param states only those
     */
    public List<Standing> schemas(
            Map<Level, SchemaVersion> required, @Nullable String level, List<String> states, After after, int most) {
        Required versions = new Required(required);
        return database.read(dsl -> dsl.fetch(
                        LIST,
                        versions.levels(),
                        versions.versions(),
                        after.connection(),
                        after.schema(),
                        DSL.val(level, String.class),
                        states.toArray(String[]::new),
                        most)
                .map(SchemaReader::standing));
    }

    private static Standing standing(Record row) {
        return new Standing(
                row.get(0, String.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, String.class),
                row.get(8, String.class),
                row.get(9, UUID.class));
    }

    /** Ordered by level and version; those that were never migrated come last. */
    public List<Count> counts(Map<Level, SchemaVersion> required) {
        Required versions = new Required(required);
        return database.read(dsl -> dsl.fetch(COUNT, versions.levels(), versions.versions())
                .map(row -> new Count(
                        Level.valueOf(
                                Objects.requireNonNull(row.get(0, String.class)).toUpperCase(Locale.ROOT)),
                        row.get(1, String.class),
                        Objects.requireNonNull(row.get(2, String.class)),
                        Objects.requireNonNull(row.get(3, Long.class)))));
    }

    /** As two arrays of the same length. */
    private record Required(Map<Level, SchemaVersion> byLevel) {

        private String[] levels() {
            return byLevel.keySet().stream().sorted().map(Level::text).toArray(String[]::new);
        }

        private String[] versions() {
            return byLevel.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(level -> level.getValue().value())
                    .toArray(String[]::new);
        }
    }
}
