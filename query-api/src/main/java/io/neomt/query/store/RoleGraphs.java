package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.ROLES;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PARENTS;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PERMISSIONS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.neomt.permission.PermissionPattern;
import io.neomt.query.lookup.Inheritance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.impl.SQLDataType;

/** Reads the part of a tenant's role graph that can be reached from some roles. Deleted roles are not passed through. */
final class RoleGraphs {

    private static final String REACHED = "reached";
    private static final Field<UUID> REACHED_ID = field(name(REACHED, "id"), SQLDataType.UUID);

    private RoleGraphs() {}

    /** @param start which rows of roles to begin with */
    static Inheritance reachable(DSLContext dsl, Condition start) {
        Map<UUID, String> names = names(dsl, start);
        UUID[] ids = names.keySet().toArray(UUID[]::new);
        Map<UUID, List<PermissionPattern>> permissions = permissions(dsl, ids);
        Map<UUID, List<UUID>> parents = parents(dsl, ids);
        Map<UUID, Inheritance.Node> nodes = HashMap.newHashMap(names.size());
        names.forEach((id, roleName) -> nodes.put(
                id,
                new Inheritance.Node(
                        id, roleName, permissions.getOrDefault(id, List.of()), parents.getOrDefault(id, List.of()))));
        return new Inheritance(nodes);
    }

    private static Map<UUID, String> names(DSLContext dsl, Condition start) {
        CommonTableExpression<Record1<UUID>> reached = name(REACHED)
                .fields("id")
                .as(select(ROLES.ID)
                        .from(ROLES)
                        .where(start)
                        .and(ROLES.DELETED_AT.isNull())
                        .union(select(ROLES.ID)
                                .from(table(name(REACHED)))
                                .join(ROLE_PARENTS)
                                .on(ROLE_PARENTS.ROLE_ID.eq(REACHED_ID))
                                .join(ROLES)
                                .on(ROLES.ID.eq(ROLE_PARENTS.PARENT_ID))
                                .where(ROLES.DELETED_AT.isNull())));
        return dsl.withRecursive(reached)
                .select(ROLES.ID, ROLES.NAME)
                .from(reached)
                .join(ROLES)
                .on(ROLES.ID.eq(REACHED_ID))
                .fetchMap(ROLES.ID, ROLES.NAME);
    }

    private static Map<UUID, List<PermissionPattern>> permissions(DSLContext dsl, UUID[] roles) {
        return dsl.select(ROLE_PERMISSIONS.ROLE_ID, ROLE_PERMISSIONS.PERMISSION)
                .from(ROLE_PERMISSIONS)
                .where(ROLE_PERMISSIONS.ROLE_ID.eq(any(roles)))
                .orderBy(ROLE_PERMISSIONS.PERMISSION)
                .fetchGroups(
                        row -> row.get(ROLE_PERMISSIONS.ROLE_ID),
                        row -> PermissionPattern.parse(row.get(ROLE_PERMISSIONS.PERMISSION)));
    }

    private static Map<UUID, List<UUID>> parents(DSLContext dsl, UUID[] roles) {
        return dsl.select(ROLE_PARENTS.ROLE_ID, ROLE_PARENTS.PARENT_ID)
                .from(ROLE_PARENTS)
                .join(ROLES)
                .on(ROLES.ID.eq(ROLE_PARENTS.PARENT_ID))
                .where(ROLE_PARENTS.ROLE_ID.eq(any(roles)))
                .and(ROLES.DELETED_AT.isNull())
                .orderBy(ROLES.NAME)
                .fetchGroups(ROLE_PARENTS.ROLE_ID, ROLE_PARENTS.PARENT_ID);
    }
}
