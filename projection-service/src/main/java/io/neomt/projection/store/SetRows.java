package io.neomt.projection.store;

import static io.neomt.view.jooq.tenant.Tables.ROLES;
import static io.neomt.view.jooq.tenant.Tables.USERS;

import io.neomt.event.GrantId;
import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import io.neomt.projection.permissionsets.RoleRow;
import io.neomt.view.cache.CachedUser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Statements that read what sets are made of, each with its lists as arrays, so that one row is one set. */
final class SetRows {

    private static final Field<UUID[]> ROLE_IDS = DSL.field("roles", SQLDataType.UUID.array());
    private static final Field<UUID[]> GRANT_IDS = DSL.field("grants", SQLDataType.UUID.array());
    private static final Field<String[]> PERMISSIONS = DSL.field("permissions", SQLDataType.VARCHAR.array());
    private static final Field<String[]> EFFECTS = DSL.field("effects", SQLDataType.VARCHAR.array());
    private static final Field<UUID[]> PARENTS = DSL.field("parents", SQLDataType.UUID.array());
    private static final Field<Boolean> DELETED = DSL.field("deleted", SQLDataType.BOOLEAN);
    private static final Field<Boolean> HEIR = DSL.field("heir", SQLDataType.BOOLEAN);

    private static final String USER = """
            SELECT u.id, u.status,
              ARRAY(SELECT r.role_id FROM user_roles r WHERE r.user_id = u.id ORDER BY r.role_id),
              ARRAY(SELECT p.id FROM user_permissions p WHERE p.user_id = u.id ORDER BY p.id),
              ARRAY(SELECT p.permission FROM user_permissions p WHERE p.user_id = u.id ORDER BY p.id),
              ARRAY(SELECT p.effect FROM user_permissions p WHERE p.user_id = u.id ORDER BY p.id)
            FROM users u
            """;
    private static final String ROLE = """
            SELECT r.id, r.name, r.deleted_at IS NOT NULL,
              ARRAY(SELECT p.permission FROM role_permissions p WHERE p.role_id = r.id),
              ARRAY(SELECT p.parent_id FROM role_parents p WHERE p.role_id = r.id)
            """;

    // inheritance is followed through deleted roles, too: what they no longer pass on must go from their heirs
    private static final String LINEAGE = """
            WITH RECURSIVE
              heirs (id) AS (
                SELECT unnest({0})
                UNION SELECT p.role_id FROM role_parents p JOIN heirs h ON p.parent_id = h.id),
              lineage (id) AS (
                SELECT id FROM heirs
                UNION SELECT p.parent_id FROM role_parents p JOIN lineage l ON p.role_id = l.id)
            """ + ROLE + """
              , r.id IN (SELECT id FROM heirs)
            FROM roles r JOIN lineage ON lineage.id = r.id
            """;

    private SetRows() {}

    /** @param heirs the roles asked for and all that inherit from them; {@code all} holds their ancestors, too */
    record Lineage(List<RoleRow> heirs, List<RoleRow> all) {}

    static SequencedMap<UserId, CachedUser> users(DSLContext dsl, Collection<UserId> ids, Position version) {
        UUID[] values = ids.stream().map(UserId::value).toArray(UUID[]::new);
        return users(
                dsl.resultQuery(USER + "WHERE u.id = ANY ({0})", DSL.val(values))
                        .coerce(USERS.ID, USERS.STATUS, ROLE_IDS, GRANT_IDS, PERMISSIONS, EFFECTS)
                        .fetch(),
                version);
    }

    /** In the order of their ids as the database has it, so that the last one is where the next piece goes on. */
    static SequencedMap<UserId, CachedUser> usersAfter(DSLContext dsl, UserId after, int most, Position version) {
        return users(
                dsl.resultQuery(
                                USER + "WHERE u.id > {0} ORDER BY u.id LIMIT {1}",
                                DSL.val(after.value()),
                                DSL.val(most))
                        .coerce(USERS.ID, USERS.STATUS, ROLE_IDS, GRANT_IDS, PERMISSIONS, EFFECTS)
                        .fetch(),
                version);
    }

    static Lineage lineage(DSLContext dsl, Collection<RoleId> ids) {
        UUID[] values = ids.stream().map(RoleId::value).toArray(UUID[]::new);
        List<RoleRow> all = new ArrayList<>();
        List<RoleRow> heirs = new ArrayList<>();
        dsl.resultQuery(LINEAGE, DSL.val(values))
                .coerce(ROLES.ID, ROLES.NAME, DELETED, PERMISSIONS, PARENTS, HEIR)
                .forEach(row -> {
                    all.add(role(row));
                    if (row.get(HEIR)) {
                        heirs.add(all.getLast());
                    }
                });
        return new Lineage(heirs, all);
    }

    static List<RoleRow> allRoles(DSLContext dsl) {
        return dsl.resultQuery(ROLE + "FROM roles r ORDER BY r.id")
                .coerce(ROLES.ID, ROLES.NAME, DELETED, PERMISSIONS, PARENTS)
                .fetch(SetRows::role);
    }

    private static SequencedMap<UserId, CachedUser> users(Result<? extends Record> rows, Position version) {
        SequencedMap<UserId, CachedUser> users = new LinkedHashMap<>();
        rows.forEach(row -> users.put(new UserId(row.get(USERS.ID)), user(row, version)));
        return users;
    }

    private static CachedUser user(Record row, Position version) {
        UUID[] ids = row.get(GRANT_IDS);
        String[] permissions = row.get(PERMISSIONS);
        String[] effects = row.get(EFFECTS);
        List<CachedUser.Grant> grants = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            Permission permission =
                    new Permission(PermissionPattern.parse(permissions[i]), effect(effects[i]), null, Terms.NONE);
            grants.add(new CachedUser.Grant(new GrantId(ids[i]), permission));
        }
        return new CachedUser(
                version,
                CachedUser.Status.of(row.get(USERS.STATUS)),
                list(row.get(ROLE_IDS), id -> new CachedUser.RoleRef(new RoleId(id), Terms.NONE)),
                List.of(),
                grants,
                List.of());
    }

    private static Effect effect(String column) {
        return column.equals("allow") ? Effect.ALLOW : Effect.DENY;
    }

    private static RoleRow role(Record row) {
        return new RoleRow(
                new RoleId(row.get(ROLES.ID)),
                row.get(ROLES.NAME),
                row.get(DELETED),
                List.of(row.get(PERMISSIONS)),
                list(row.get(PARENTS), RoleId::new));
    }

    private static <I> List<I> list(UUID[] values, Function<UUID, I> id) {
        return Arrays.stream(values).map(id).toList();
    }
}
