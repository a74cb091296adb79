package io.neomt.query.store;

import static org.jooq.impl.DSL.any;

import io.neomt.permission.Effect;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.query.lookup.WhoCan;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
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

    private static final String ALLOW = "allow";

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

    /** The grants by which somebody may do it, whoever it belongs to. */
    Condition allow(WhoCan asked) {
        Condition onAny = resourceType.isNull().and(allow(asked.grants()));
        Instance one = asked.resource();
        return one == null
                ? onAny
                : onAny.or(
                        resourceType.eq(one.type()).and(resourceId.eq(one.id())).and(allow(asked.narrowGrants())));
    }

    /** The grants of these texts, on whatever resource. */
    Condition allow(List<String> patterns) {
        return effect.eq(ALLOW).and(permission.eq(any(patterns.toArray(String[]::new))));
    }
}
