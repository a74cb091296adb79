package io.neomt.projection.store;

import io.neomt.event.AccessGrantId;
import io.neomt.event.GrantId;
import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.projection.permissionsets.Affected;
import io.neomt.view.cache.CachedUser;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** Statements that read what the sets of users are made of, one row for each. */
final class UserSetRows {

    private static final int ROLES = 2;
    private static final int TEAMS = ROLES + 1 + SetColumns.WIDTH_OF_TERMS;
    private static final int GRANTS = TEAMS + 1 + SetColumns.WIDTH_OF_TERMS;
    private static final int ACCESS = GRANTS + 1 + SetColumns.WIDTH_OF_PERMISSIONS;

    // whoever is no user of the tenant but was let in once is a guest
    private static final String USERS =
            """
            SELECT i.id, coalesce(u.status, 'guest'), r.*, m.*, g.*, a.*
            FROM i LEFT JOIN users u ON u.id = i.id
            CROSS JOIN LATERAL (SELECT array_agg(o.role_id), $terms
              FROM (SELECT * FROM user_roles WHERE user_id = i.id ORDER BY role_id) o) r
            CROSS JOIN LATERAL (SELECT array_agg(o.team_id), $terms
              FROM (SELECT * FROM team_members WHERE user_id = i.id ORDER BY team_id) o) m
            CROSS JOIN LATERAL (SELECT array_agg(o.id), $permissions
              FROM (SELECT * FROM user_permissions WHERE user_id = i.id ORDER BY id) o) g
            CROSS JOIN LATERAL (SELECT array_agg(o.id), array_agg(o.home_tenant_id), $permissions
              FROM (SELECT * FROM access_grants WHERE user_id = i.id ORDER BY id) o) a
            ORDER BY i.id
            """.replace("$terms", SetColumns.TERMS).replace("$permissions", SetColumns.PERMISSIONS);
    private static final String THESE = """
            WITH asked (id) AS (
                SELECT unnest({0}) UNION SELECT user_id FROM guests WHERE access_grant_id = ANY ({1})),
              i (id) AS (
                SELECT u.id FROM asked JOIN users u ON u.id = asked.id
                UNION SELECT g.user_id FROM asked JOIN guests g ON g.user_id = asked.id)
            """ + USERS;
    private static final String NEXT = """
            WITH i (id) AS (
              (SELECT id FROM users WHERE id > {0} ORDER BY id LIMIT {1})
              UNION (SELECT user_id FROM guests WHERE user_id > {0} ORDER BY user_id LIMIT {1})
              ORDER BY id LIMIT {1})
            """ + USERS;

    private UserSetRows() {}

    static SequencedMap<UserId, CachedUser> of(DSLContext dsl, Affected affected, Position version) {
        UUID[] users = affected.users().stream().map(UserId::value).toArray(UUID[]::new);
        UUID[] access = affected.access().stream().map(AccessGrantId::value).toArray(UUID[]::new);
        return users(dsl.resultQuery(THESE, DSL.val(users), DSL.val(access)).fetch(), version);
    }

    /** In the order of their ids as the database has it, so that the last one is where the next piece goes on. */
    static SequencedMap<UserId, CachedUser> after(DSLContext dsl, UserId after, int most, Position version) {
        return users(
                dsl.resultQuery(NEXT, DSL.val(after.value()), DSL.val(most)).fetch(), version);
    }

    private static SequencedMap<UserId, CachedUser> users(Result<? extends Record> rows, Position version) {
        SequencedMap<UserId, CachedUser> users = new LinkedHashMap<>();
        rows.forEach(row -> users.put(
                new UserId(row.get(0, UUID.class)), user(row.get(1, String.class), new SetColumns(row), version)));
        return users;
    }

    private static CachedUser user(String status, SetColumns row, Position version) {
        return new CachedUser(
                version,
                CachedUser.Status.of(status),
                row.list(ROLES, i -> new CachedUser.RoleRef(new RoleId(row.id(ROLES, i)), row.terms(ROLES + 1, i))),
                row.list(TEAMS, i -> new CachedUser.Membership(new TeamId(row.id(TEAMS, i)), row.terms(TEAMS + 1, i))),
                row.list(
                        GRANTS,
                        i -> new CachedUser.Grant(new GrantId(row.id(GRANTS, i)), row.permission(GRANTS + 1, i))),
                row.list(ACCESS, i -> access(row, i)));
    }

    private static CachedUser.Access access(SetColumns row, int i) {
        return new CachedUser.Access(
                new AccessGrantId(row.id(ACCESS, i)),
                new TenantId(row.id(ACCESS + 1, i)),
                row.permission(ACCESS + 2, i));
    }
}
