package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.ACCESS_GRANTS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_MEMBERS;
import static io.neomt.view.jooq.tenant.Tables.USERS;
import static io.neomt.view.jooq.tenant.Tables.USER_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.USER_ROLES;
import static org.jooq.impl.DSL.any;

import io.neomt.event.AccessGrantId;
import io.neomt.event.GrantId;
import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.view.cache.CachedUser;
import io.neomt.view.cache.CachedUser.Access;
import io.neomt.view.cache.CachedUser.Grant;
import io.neomt.view.cache.CachedUser.Membership;
import io.neomt.view.cache.CachedUser.RoleRef;
import io.neomt.view.cache.CachedUser.Status;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/** What users hold themselves, and what they refer to. */
final class UserRows {

    private static final PermissionColumns GRANTED = PermissionColumns.of(USER_PERMISSIONS);
    private static final PermissionColumns ACCESS = PermissionColumns.of(ACCESS_GRANTS);
    private static final TermColumns ASSIGNED = TermColumns.of(USER_ROLES);
    private static final TermColumns JOINED = TermColumns.of(TEAM_MEMBERS);

    private final Map<UUID, List<RoleRef>> roles;
    private final Map<UUID, List<Membership>> teams;
    private final Map<UUID, List<Grant>> grants;
    private final Position at;

    private UserRows(DSLContext dsl, UUID[] users, Position at) {
        this.at = at;
        this.roles = dsl.selectFrom(USER_ROLES)
                .where(USER_ROLES.USER_ID.eq(any(users)))
                .orderBy(USER_ROLES.ROLE_ID)
                .fetchGroups(
                        USER_ROLES.USER_ID,
                        row -> new RoleRef(new RoleId(row.get(USER_ROLES.ROLE_ID)), ASSIGNED.read(row)));
        this.teams = dsl.selectFrom(TEAM_MEMBERS)
                .where(TEAM_MEMBERS.USER_ID.eq(any(users)))
                .orderBy(TEAM_MEMBERS.TEAM_ID)
                .fetchGroups(
                        TEAM_MEMBERS.USER_ID,
                        row -> new Membership(new TeamId(row.get(TEAM_MEMBERS.TEAM_ID)), JOINED.read(row)));
        this.grants = dsl.selectFrom(USER_PERMISSIONS)
                .where(USER_PERMISSIONS.USER_ID.eq(any(users)))
                .orderBy(USER_PERMISSIONS.ID)
                .fetchGroups(
                        USER_PERMISSIONS.USER_ID,
                        row -> new Grant(new GrantId(row.get(USER_PERMISSIONS.ID)), GRANTED.read(row)));
    }

    /** The sets of users, and of guests that have been given access. Nobody else is in the answer. */
    static Map<UserId, CachedUser> sets(DSLContext dsl, Collection<UserId> ids, Position at) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        UUID[] users = ids.stream().map(UserId::value).toArray(UUID[]::new);
        Map<UserId, CachedUser> sets = HashMap.newHashMap(ids.size());
        guests(dsl, users)
                .forEach((id, access) -> sets.put(
                        new UserId(id), new CachedUser(at, Status.GUEST, List.of(), List.of(), List.of(), access)));
        UserRows rows = new UserRows(dsl, users, at);
        dsl.select(USERS.ID, USERS.STATUS)
                .from(USERS)
                .where(USERS.ID.eq(any(users)))
                .forEach(row -> sets.put(new UserId(row.value1()), rows.set(row.value1(), row.value2())));
        return sets;
    }

    private static Map<UUID, List<Access>> guests(DSLContext dsl, UUID[] users) {
        return dsl.selectFrom(ACCESS_GRANTS)
                .where(ACCESS_GRANTS.USER_ID.eq(any(users)))
                .orderBy(ACCESS_GRANTS.ID)
                .fetchGroups(
                        ACCESS_GRANTS.USER_ID,
                        row -> new Access(
                                new AccessGrantId(row.get(ACCESS_GRANTS.ID)),
                                new TenantId(row.get(ACCESS_GRANTS.HOME_TENANT_ID)),
                                ACCESS.read(row)));
    }

    private CachedUser set(UUID id, String status) {
        return new CachedUser(
                at,
                Status.of(status),
                roles.getOrDefault(id, List.of()),
                teams.getOrDefault(id, List.of()),
                grants.getOrDefault(id, List.of()),
                List.of());
    }
}
