package io.neomt.projection.views;

import static io.neomt.view.jooq.tenant.Tables.AUDIT_LOG;
import static io.neomt.view.jooq.tenant.Tables.PROJECTION_POSITION;

import io.neomt.commons.connections.TenantDatabase;
import io.neomt.event.Position;
import io.neomt.projection.tenantschema.TenantSchema;
import io.neomt.view.cache.PermissionsJson;
import io.neomt.view.jooq.tenant.DefaultSchema;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.JSONB;
import org.jooq.Record;

/** Reads all rows of one tenant at one moment, as columns by name; tables without rows are left out. */
record RowsView(Position position, Map<String, Set<Map<String, String>>> tables) {

    static RowsView of(TenantDatabase schema) {
        return schema.read(dsl -> {
            Map<String, Set<Map<String, String>>> tables = new TreeMap<>();
            DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                    .filter(table -> !table.equals(PROJECTION_POSITION) && !table.equals(AUDIT_LOG))
                    .forEach(table -> tables.put(
                            table.getName(), new HashSet<>(dsl.selectFrom(table).fetch(RowsView::columns))));
            tables.values().removeIf(Set::isEmpty);
            Long position = dsl.select(PROJECTION_POSITION.POSITION)
                    .from(PROJECTION_POSITION)
                    .where(PROJECTION_POSITION.PROJECTION.eq(TenantSchema.NAME))
                    .fetchOne(PROJECTION_POSITION.POSITION);
            return new RowsView(new Position(position == null ? 0 : position), tables);
        });
    }

    /** The database writes JSON in its own way. */
    private static String text(String name, JSONB json) {
        return name.equals("permissions") ? PermissionsJson.read(json.data()).toString() : json.data();
    }

    /** Without the number of a row, which counts how often one was written. */
    private static Map<String, String> columns(Record row) {
        Map<String, String> columns = new TreeMap<>();
        row.intoMap().forEach((name, value) -> {
            if (!(name.equals("id") && value instanceof Long)) {
                columns.put(name, value instanceof JSONB json ? text(name, json) : String.valueOf(value));
            }
        });
        return columns;
    }
}
