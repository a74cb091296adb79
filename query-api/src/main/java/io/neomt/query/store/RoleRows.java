package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.ROLES;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PARENTS;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PERMISSIONS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.permission.Permission;
import io.neomt.permission.RoleClosure;
import io.neomt.permission.RoleClosure.Parent;
import io.neomt.permission.RoleClosure.Role;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedRole;
import java.util.Collection;
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

/** The part of a tenant's role graph that can be reached from some roles. Deleted roles are not passed through. */
final class RoleRows {

    private static final String REACHED = "reached";
    private static final Field<UUID> REACHED_ID = field(name(REACHED, "id"), SQLDataType.UUID);
    private static final PermissionColumns PERMISSION = PermissionColumns.of(ROLE_PERMISSIONS);
    private static final TermColumns TERMS = TermColumns.of(ROLE_PARENTS);

    private RoleRows() {}

    /** The sets of roles; those that are deleted are so here, too. */
    static Map<RoleId, CachedRole> sets(DSLContext dsl, Collection<RoleId> ids, Position at) {
        UUID[] start = ids.stream().map(RoleId::value).toArray(UUID[]::new);
        Map<UUID, Role<UUID>> roles = start.length == 0 ? Map.of() : reachable(dsl, ROLES.ID.eq(any(start)));
        Map<RoleId, CachedRole> sets = HashMap.newHashMap(ids.size());
        ids.forEach(id -> sets.put(id, set(id.value(), roles, at)));
        return sets;
    }

    private static CachedRole set(UUID id, Map<UUID, Role<UUID>> roles, Position at) {
        Role<UUID> role = roles.get(id);
        if (role == null) {
            return new CachedRole(at, true, "", List.of());
        }
        List<CachedPermission> permissions = RoleClosure.of(id, roles::get).stream()
                .map(held -> new CachedPermission(held.permission(), held.path(), held.terms()))
                .toList();
        return new CachedRole(at, false, role.name(), permissions);
    }

    /** @param start which rows of roles to begin with */
    static Map<UUID, Role<UUID>> reachable(DSLContext dsl, Condition start) {
        Map<UUID, String> names = names(dsl, start);
        UUID[] ids = names.keySet().toArray(UUID[]::new);
        Map<UUID, List<Permission>> permissions = permissions(dsl, ids);
        Map<UUID, List<Parent<UUID>>> parents = parents(dsl, ids);
        Map<UUID, Role<UUID>> roles = HashMap.newHashMap(names.size());
        names.forEach((id, roleName) -> roles.put(
                id,
                new Role<>(roleName, permissions.getOrDefault(id, List.of()), parents.getOrDefault(id, List.of()))));
        return roles;
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

    private static Map<UUID, List<Permission>> permissions(DSLContext dsl, UUID[] roles) {
        return dsl.selectFrom(ROLE_PERMISSIONS)
                .where(ROLE_PERMISSIONS.ROLE_ID.eq(any(roles)))
                .orderBy(ROLE_PERMISSIONS.PERMISSION, ROLE_PERMISSIONS.ID)
                .fetchGroups(ROLE_PERMISSIONS.ROLE_ID, PERMISSION::read);
    }

    private static Map<UUID, List<Parent<UUID>>> parents(DSLContext dsl, UUID[] roles) {
        return dsl.selectFrom(ROLE_PARENTS)
                .where(ROLE_PARENTS.ROLE_ID.eq(any(roles)))
                .fetchGroups(
                        ROLE_PARENTS.ROLE_ID, row -> new Parent<>(row.get(ROLE_PARENTS.PARENT_ID), TERMS.read(row)));
    }
}
