package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.ROLES;
import static io.neomt.view.jooq.tenant.Tables.USERS;
import static io.neomt.view.jooq.tenant.Tables.USER_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.USER_ROLES;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;

import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.permission.Entitlement;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Source;
import io.neomt.query.lookup.Entitled;
import io.neomt.query.lookup.Inheritance;
import io.neomt.view.jooq.tenant.tables.records.UserPermissionsRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/** Reads what users hold, from within one transaction. */
final class Entitlements {

    private static final String ACTIVE = "active";

    private final Inheritance roles;
    private final Map<UUID, List<UUID>> assigned;
    private final Map<UUID, List<Entitlement>> direct;

    private Entitlements(DSLContext dsl, UUID[] users) {
        this.roles = RoleGraphs.reachable(
                dsl, ROLES.ID.in(select(USER_ROLES.ROLE_ID).from(USER_ROLES).where(USER_ROLES.USER_ID.eq(any(users)))));
        this.assigned = dsl.select(USER_ROLES.USER_ID, USER_ROLES.ROLE_ID)
                .from(USER_ROLES)
                .where(USER_ROLES.USER_ID.eq(any(users)))
                .orderBy(USER_ROLES.ROLE_ID)
                .fetchGroups(USER_ROLES.USER_ID, USER_ROLES.ROLE_ID);
        this.direct = dsl.selectFrom(USER_PERMISSIONS)
                .where(USER_PERMISSIONS.USER_ID.eq(any(users)))
                .orderBy(USER_PERMISSIONS.ID)
                .fetchGroups(UserPermissionsRecord::getUserId, Entitlements::direct);
    }

    /** Only users that exist are in the answer. */
    static Map<UserId, Entitled> of(DSLContext dsl, Collection<UserId> users) {
        UUID[] ids = users.stream().map(UserId::value).toArray(UUID[]::new);
        Map<UUID, String> statuses = dsl.select(USERS.ID, USERS.STATUS)
                .from(USERS)
                .where(USERS.ID.eq(any(ids)))
                .fetchMap(USERS.ID, USERS.STATUS);
        Entitlements all = new Entitlements(dsl, ids);
        Map<UserId, Entitled> entitled = HashMap.newHashMap(statuses.size());
        statuses.forEach((id, status) -> entitled.put(new UserId(id), new Entitled(status.equals(ACTIVE), all.of(id))));
        return entitled;
    }

    private List<Entitlement> of(UUID user) {
        List<Entitlement> entitlements = new ArrayList<>(direct.getOrDefault(user, List.of()));
        for (UUID role : assigned.getOrDefault(user, List.of())) {
            for (Inheritance.Held held : roles.closure(role)) {
                entitlements.add(new Entitlement(held.pattern(), Effect.ALLOW, new Source.Role(held.path())));
            }
        }
        return entitlements;
    }

    private static Entitlement direct(UserPermissionsRecord row) {
        return new Entitlement(
                PermissionPattern.parse(row.getPermission()),
                Effect.valueOf(row.getEffect().toUpperCase(Locale.ROOT)),
                new Source.Direct(row.getId()));
    }
}
