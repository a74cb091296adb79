package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.ACCESS_GRANTS;
import static io.neomt.view.jooq.tenant.Tables.RESOURCES;
import static io.neomt.view.jooq.tenant.Tables.TEAM_MEMBERS;
import static io.neomt.view.jooq.tenant.Tables.USERS;
import static io.neomt.view.jooq.tenant.Tables.USER_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.USER_ROLES;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import io.neomt.event.Position;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.permission.Instance;
import io.neomt.query.check.CheckRequest.Described;
import io.neomt.query.lookup.WhoCan;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Users who hold a grant that can allow something, by themselves, by roles, by teams or by access; with them the owner of
 * what it is done to and those of its teams, for whom a narrower grant may be enough.
 */
final class HolderRows {

    private static final PermissionColumns GRANTED = PermissionColumns.of(USER_PERMISSIONS);
    private static final PermissionColumns ACCESS = PermissionColumns.of(ACCESS_GRANTS);
    private static final Described NOBODYS = new Described(null, null);

    private final DSLContext dsl;
    private final WhoCan asked;
    private final UUID[] roles;
    private final UUID[] teams;
    private final UUID[] owners;

    /** Reads roles and teams ahead: how many rows match a list of ids is what the planner can tell best. */
    HolderRows(DSLContext dsl, WhoCan asked) {
        this.dsl = dsl;
        this.asked = asked;
        Described whose = asked.described() == null ? registered(asked.resource()) : asked.described();
        this.roles = Givers.roles(dsl, asked);
        this.teams = Stream.concat(Arrays.stream(Givers.teams(dsl, asked, roles)), lineage(whose.team()))
                .toArray(UUID[]::new);
        this.owners = Stream.ofNullable(whose.owner()).toArray(UUID[]::new);
    }

    /** Of each part the first ones in order: so it need not be read to its end, and the first ones of all are there. */
    List<String> after(UUID last, int most) {
        return dsl.selectFrom(active(USER_ROLES.USER_ID, USER_ROLES.ROLE_ID.eq(any(roles)), last, most))
                .union(dsl.selectFrom(active(TEAM_MEMBERS.USER_ID, TEAM_MEMBERS.TEAM_ID.eq(any(teams)), last, most)))
                .union(dsl.selectFrom(active(USER_PERMISSIONS.USER_ID, GRANTED.allow(asked), last, most)))
                .union(dsl.selectFrom(active(USERS.ID, USERS.ID.eq(any(owners)), last, most)))
                .union(dsl.selectFrom(first(ACCESS_GRANTS.USER_ID, access(), last, most)))
                .orderBy(1)
                .limit(most)
                .fetch(0, String.class);
    }

    private static Table<Record1<UUID>> active(TableField<?, UUID> user, Condition which, UUID last, int most) {
        Condition active = user.in(
                select(USERS.ID).from(USERS).where(USERS.STATUS.eq("active")).and(USERS.ID.gt(last)));
        return first(user, which.and(active), last, most);
    }

    private static Table<Record1<UUID>> first(TableField<?, UUID> user, Condition which, UUID last, int most) {
        return selectDistinct(user)
                .from(user.getTable())
                .where(which)
                .and(user.gt(last))
                .orderBy(user)
                .limit(most)
                .asTable();
    }

    /** A user of the platform needs no grant of the tenant's. */
    private Condition access() {
        return ACCESS.allow(asked.narrowGrants()).or(ACCESS_GRANTS.HOME_TENANT_ID.eq(TenantId.PLATFORM.value()));
    }

    private Described registered(@Nullable Instance resource) {
        return resource == null
                ? NOBODYS
                : dsl.select(RESOURCES.OWNER_ID, RESOURCES.TEAM_ID)
                        .from(RESOURCES)
                        .where(RESOURCES.TYPE.eq(resource.type()))
                        .and(RESOURCES.ID.eq(resource.id()))
                        .fetchOptional(row ->
                                new Described(row.value1(), row.value2() == null ? null : new TeamId(row.value2())))
                        .orElse(NOBODYS);
    }

    private Stream<UUID> lineage(@Nullable TeamId team) {
        return team == null
                ? Stream.empty()
                : TeamRows.sets(dsl, List.of(team), Position.NONE).values().stream()
                        .flatMap(found -> found.upwards().stream())
                        .map(TeamId::value);
    }
}
