package io.neomt.projection.store;

import io.neomt.event.RoleId;
import io.neomt.permission.RoleClosure;
import io.neomt.projection.permissionsets.RoleRow;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Statements that read what the sets of roles are made of, one row for each role. */
final class RoleSetRows {

    private static final int PERMISSIONS = 3;
    private static final int PARENTS = PERMISSIONS + SetColumns.WIDTH_OF_PERMISSIONS;
    private static final int HEIR = PARENTS + 1 + SetColumns.WIDTH_OF_TERMS;

    private static final String ROLES =
            """
            SELECT r.id, r.name, r.deleted_at IS NOT NULL, p.*, a.*, r.id IN (SELECT id FROM heirs)
            FROM roles r JOIN lineage ON lineage.id = r.id
            CROSS JOIN LATERAL (SELECT $permissions FROM role_permissions o WHERE o.role_id = r.id) p
            CROSS JOIN LATERAL (SELECT array_agg(o.parent_id), $terms FROM role_parents o WHERE o.role_id = r.id) a
            ORDER BY r.id
            """.replace("$terms", SetColumns.TERMS).replace("$permissions", SetColumns.PERMISSIONS);

    // inheritance is followed through deleted roles, too: what they no longer pass on must go from their heirs
    private static final String LINEAGE = """
            WITH RECURSIVE
              heirs (id) AS (
                SELECT unnest({0})
                UNION SELECT p.role_id FROM role_parents p JOIN heirs h ON p.parent_id = h.id),
              lineage (id) AS (
                SELECT id FROM heirs
                UNION SELECT p.parent_id FROM role_parents p JOIN lineage l ON p.role_id = l.id)
            """ + ROLES;
    private static final String ALL = """
            WITH heirs (id) AS (SELECT id FROM roles), lineage (id) AS (SELECT id FROM roles)
            """ + ROLES;

    private RoleSetRows() {}

    /** The roles asked for and all that inherit from them, and their ancestors. */
    static Lineage<RoleRow> of(DSLContext dsl, Collection<RoleId> ids) {
        UUID[] values = ids.stream().map(RoleId::value).toArray(UUID[]::new);
        return lineage(dsl.resultQuery(LINEAGE, DSL.val(values)).fetch());
    }

    static Lineage<RoleRow> all(DSLContext dsl) {
        return lineage(dsl.resultQuery(ALL).fetch());
    }

    private static Lineage<RoleRow> lineage(List<? extends Record> rows) {
        return Lineage.of(rows, HEIR, RoleSetRows::role);
    }

    private static RoleRow role(Record row) {
        SetColumns columns = new SetColumns(row);
        return new RoleRow(
                new RoleId(row.get(0, UUID.class)),
                row.get(1, String.class),
                row.get(2, boolean.class),
                columns.list(PERMISSIONS, i -> columns.permission(PERMISSIONS, i)),
                columns.list(
                        PARENTS,
                        i -> new RoleClosure.Parent<>(
                                new RoleId(columns.id(PARENTS, i)), columns.terms(PARENTS + 1, i))));
    }
}
