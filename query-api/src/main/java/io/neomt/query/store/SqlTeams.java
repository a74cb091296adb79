package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.TEAMS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_ROLES;

import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.permission.Permission;
import io.neomt.query.At;
import io.neomt.query.lookup.AssignedRole;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.PageRange;
import io.neomt.query.lookup.TeamDetail;
import io.neomt.query.lookup.TeamFilter;
import io.neomt.query.lookup.TeamMember;
import io.neomt.query.lookup.TeamView;
import io.neomt.query.lookup.Teams;
import io.neomt.view.jooq.tenant.tables.records.TeamsRecord;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Teams from the tenant's schema. */
public final class SqlTeams implements Teams {

    private static final Pages.Sort SORT = new Pages.Sort(TEAMS.CREATED_AT, TEAMS.ID);
    private static final Condition LIVING = TEAMS.DELETED_AT.isNull();
    private static final AssignedRoles ROLES_OF_TEAMS = AssignedRoles.in(TEAM_ROLES);
    private static final PermissionColumns PERMISSION = PermissionColumns.of(TEAM_PERMISSIONS);

    private final TenantSnapshots snapshots;

    public SqlTeams(TenantSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public At<Page<TeamView>> list(TenantId tenant, TeamFilter filter, PageRange range) {
        return snapshots.read(
                tenant, dsl -> Pages.of(dsl, TEAMS, LIVING.and(matching(filter)), SORT, range, SqlTeams::view));
    }

    @Override
    public At<Optional<TeamDetail>> find(TenantId tenant, TeamId team) {
        return ofTeam(tenant, team, SqlTeams::detail);
    }

    @Override
    public At<Optional<Page<TeamMember>>> members(TenantId tenant, TeamId team, PageRange range) {
        return ofTeam(tenant, team, (dsl, found) -> TeamMembers.page(dsl, found.id(), range));
    }

    @Override
    public At<Optional<List<AssignedRole>>> roles(TenantId tenant, TeamId team) {
        return ofTeam(tenant, team, (dsl, found) -> roles(dsl, found.id()));
    }

    private <T> At<Optional<T>> ofTeam(TenantId tenant, TeamId team, BiFunction<DSLContext, TeamView, T> work) {
        return snapshots.read(tenant, dsl -> dsl.selectFrom(TEAMS)
                .where(TEAMS.ID.eq(team.value()))
                .and(LIVING)
                .fetchOptional(SqlTeams::view)
                .map(found -> work.apply(dsl, found)));
    }

    private static TeamDetail detail(DSLContext dsl, TeamView team) {
        return new TeamDetail(
                team,
                TeamRows.ancestors(dsl, team.id()),
                roles(dsl, team.id()),
                permissions(dsl, team.id()),
                TeamMembers.count(dsl, team.id()));
    }

    private static List<AssignedRole> roles(DSLContext dsl, UUID team) {
        return ROLES_OF_TEAMS.read(dsl, TEAM_ROLES.TEAM_ID.eq(team));
    }

    private static List<Permission> permissions(DSLContext dsl, UUID team) {
        return dsl.selectFrom(TEAM_PERMISSIONS)
                .where(TEAM_PERMISSIONS.TEAM_ID.eq(team))
                .orderBy(TEAM_PERMISSIONS.PERMISSION, TEAM_PERMISSIONS.ID)
                .fetch(PERMISSION::read);
    }

    private static Condition matching(TeamFilter filter) {
        return Pages.equal(TEAMS.PARENT_ID, filter.parentId())
                .and(Pages.startsWith(TEAMS.NAME, filter.name()))
                .and(anyStartsWith(filter.q()));
    }

    private static Condition anyStartsWith(@Nullable String q) {
        return q == null
                ? DSL.noCondition()
                : DSL.or(Pages.startsWith(TEAMS.NAME, q), Pages.startsWith(TEAMS.DESCRIPTION, q));
    }

    private static TeamView view(TeamsRecord row) {
        return new TeamView(
                row.getId(),
                row.getName(),
                row.getDescription(),
                row.getParentId(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }
}
