package io.neomt.projection.store;

import io.neomt.event.AccessGrantId;
import io.neomt.event.GrantId;
import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import io.neomt.projection.permissionsets.Affected;
import io.neomt.view.cache.CachedUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Statements that read what the sets of users are made of: a row for each user and one for each item of their lists.
 *
 * <p>One such set is read after nearly every change, and PostgreSQL plans the statement each time, since the schema is
 * another one. So these are plain scans one after the other and no joins: as laterals with an aggregate for each column
 * they took 1.3 ms, of which planning was nearly all, and take 0.6 ms so.
 */
final class UserSetRows {

    private static final int KIND = 0;
    private static final int OWNER = 1;
    private static final int ID = 2;
    private static final int HOME = 3;
    private static final int PERMISSION = 4;
    private static final int EFFECT = 5;
    private static final int RESOURCE_TYPE = 6;
    private static final int RESOURCE_ID = 7;
    private static final int VALID_FROM = 8;
    private static final int EXPIRES_AT = 9;
    private static final int CONDITION = 10;

    private static final String ITEMS = """
            SELECT 'user' AS kind, id AS owner, NULL::uuid AS id, NULL::uuid AS home, status AS permission,
              NULL AS effect, NULL AS resource_type, NULL AS resource_id,
              NULL::bigint AS valid_from, NULL::bigint AS expires_at, NULL AS condition
            FROM users WHERE id = ANY ({0})
            UNION ALL SELECT 'guest', user_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
            FROM guests WHERE user_id = ANY ({0})
            UNION ALL SELECT 'role', user_id, role_id, NULL, NULL, NULL, NULL, NULL, $terms
            FROM user_roles WHERE user_id = ANY ({0})
            UNION ALL SELECT 'team', user_id, team_id, NULL, NULL, NULL, NULL, NULL, $terms
            FROM team_members WHERE user_id = ANY ({0})
            UNION ALL SELECT 'grant', user_id, id, NULL, permission,
              effect, resource_type, resource_id, $terms
            FROM user_permissions WHERE user_id = ANY ({0})
            UNION ALL SELECT 'access', user_id, id, home_tenant_id, permission,
              effect, resource_type, resource_id, $terms
            FROM access_grants WHERE user_id = ANY ({0})
            ORDER BY id
            """.replace("$terms", """
                    (extract(epoch FROM valid_from) * 1000)::bigint, (extract(epoch FROM expires_at) * 1000)::bigint,
                      condition""");
    private static final String LET_IN = "SELECT user_id FROM guests WHERE access_grant_id = ANY ({0})";
    private static final String NEXT = """
            (SELECT id FROM users WHERE id > {0} ORDER BY id LIMIT {1})
            UNION (SELECT user_id FROM guests WHERE user_id > {0} ORDER BY user_id LIMIT {1})
            ORDER BY id LIMIT {1}
            """;

    private UserSetRows() {}

    static SequencedMap<UserId, CachedUser> of(DSLContext dsl, Affected affected, Position version) {
        SequencedSet<UUID> asked =
                affected.users().stream().map(UserId::value).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!affected.access().isEmpty()) {
            asked.addAll(ids(dsl, LET_IN, DSL.val(values(affected.access()))));
        }
        return users(dsl, asked, version);
    }

    /** In the order of their ids as the database has it, so that the last one is where the next piece goes on. */
    static SequencedMap<UserId, CachedUser> after(DSLContext dsl, UserId after, int most, Position version) {
        return users(dsl, new LinkedHashSet<>(ids(dsl, NEXT, DSL.val(after.value()), DSL.val(most))), version);
    }

    private static UUID[] values(Set<AccessGrantId> access) {
        return access.stream().map(AccessGrantId::value).toArray(UUID[]::new);
    }

    private static List<UUID> ids(DSLContext dsl, String statement, QueryPart... values) {
        return dsl.resultQuery(statement, values).fetch(row -> (UUID) row.get(0));
    }

    /** In the order asked for; whoever is neither a user nor a guest is left out. */
    private static SequencedMap<UserId, CachedUser> users(DSLContext dsl, SequencedSet<UUID> asked, Position version) {
        SequencedMap<UserId, CachedUser> users = new LinkedHashMap<>();
        if (asked.isEmpty()) {
            return users;
        }
        Map<UUID, Items> found = new LinkedHashMap<>();
        asked.forEach(id -> found.put(id, new Items()));
        Result<? extends Record> rows =
                dsl.resultQuery(ITEMS, DSL.val(asked.toArray(UUID[]::new))).fetch();
        rows.forEach(
                row -> Objects.requireNonNull(found.get((UUID) row.get(OWNER))).add(row));
        found.forEach((id, items) -> {
            CachedUser.@Nullable Status status = items.status();
            if (status != null) {
                users.put(
                        new UserId(id),
                        new CachedUser(version, status, items.roles, items.teams, items.grants, items.access));
            }
        });
        return users;
    }

    /** What belongs to one user. */
    private static final class Items {

        private final List<CachedUser.RoleRef> roles = new ArrayList<>();
        private final List<CachedUser.Membership> teams = new ArrayList<>();
        private final List<CachedUser.Grant> grants = new ArrayList<>();
        private final List<CachedUser.Access> access = new ArrayList<>();
        private @Nullable String status;
        private boolean guest;

        void add(Record row) {
            UUID id = (UUID) row.get(ID);
            switch ((String) row.get(KIND)) {
                case "user" -> status = (String) row.get(PERMISSION);
                case "guest" -> guest = true;
                case "role" -> roles.add(new CachedUser.RoleRef(new RoleId(id), terms(row)));
                case "team" -> teams.add(new CachedUser.Membership(new TeamId(id), terms(row)));
                case "grant" -> grants.add(new CachedUser.Grant(new GrantId(id), permission(row)));
                default ->
                    access.add(new CachedUser.Access(
                            new AccessGrantId(id), new TenantId((UUID) row.get(HOME)), permission(row)));
            }
        }

        /** Whoever is no user of the tenant but was let in once is a guest. */
        CachedUser.@Nullable Status status() {
            if (status != null) {
                return CachedUser.Status.of(status);
            }
            return guest ? CachedUser.Status.GUEST : null;
        }

        private static Permission permission(Record row) {
            String type = (String) row.get(RESOURCE_TYPE);
            return new Permission(
                    PermissionPattern.parse((String) row.get(PERMISSION)),
                    "allow".equals(row.get(EFFECT)) ? Effect.ALLOW : Effect.DENY,
                    type == null ? null : new Instance(type, (String) row.get(RESOURCE_ID)),
                    terms(row));
        }

        private static Terms terms(Record row) {
            return Terms.of(time(row.get(VALID_FROM)), time(row.get(EXPIRES_AT)), (String) row.get(CONDITION));
        }

        private static @Nullable Instant time(@Nullable Object millis) {
            return millis == null ? null : Instant.ofEpochMilli((Long) millis);
        }
    }
}
