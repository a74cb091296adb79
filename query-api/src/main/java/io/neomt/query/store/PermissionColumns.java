package io.neomt.query.store;

import io.neomt.permission.Effect;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The columns that hold a grant or denial. */
record PermissionColumns(
        Field<String> permission,
        Field<String> effect,
        Field<String> resourceType,
        Field<String> resourceId,
        TermColumns terms) {

    static PermissionColumns of(Table<?> table) {
        return new PermissionColumns(
                TermColumns.column(table, "permission", String.class),
                TermColumns.column(table, "effect", String.class),
                TermColumns.column(table, "resource_type", String.class),
                TermColumns.column(table, "resource_id", String.class),
                TermColumns.of(table));
    }

    Permission read(Record row) {
        String type = row.get(resourceType);
        return new Permission(
                PermissionPattern.parse(row.get(permission)),
                Effect.valueOf(row.get(effect).toUpperCase(Locale.ROOT)),
                type == null ? null : new Instance(type, row.get(resourceId)),
                terms.read(row));
    }
}
