package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.TEAMS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_ROLES;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.permission.Permission;
import io.neomt.permission.RoleGraph;
import io.neomt.permission.Terms;
import io.neomt.query.lookup.TeamDetail;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedTeam;
import io.neomt.view.cache.CachedTeam.RoleRef;
import io.neomt.view.jooq.tenant.tables.records.TeamsRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Teams with those above them. A deleted team gives nothing and passes nothing on. */
final class TeamRows {

    private static final String REACHED = "reached";
    private static final Field<UUID> REACHED_PARENT = field(name(REACHED, "parent_id"), SQLDataType.UUID);
    private static final Field<UUID> REACHED_ID = field(name(REACHED, "id"), SQLDataType.UUID);
    private static final PermissionColumns PERMISSION = PermissionColumns.of(TEAM_PERMISSIONS);
    private static final TermColumns TERMS = TermColumns.of(TEAM_ROLES);

    private record Given(UUID role, Terms terms) {}

    private final Map<UUID, TeamsRecord> teams;
    private final Map<UUID, List<Permission>> permissions;
    private final Map<UUID, List<Given>> roles;

    private TeamRows(DSLContext dsl, UUID[] start) {
        this.teams = withThoseAbove(dsl, start);
        UUID[] ids = teams.keySet().toArray(UUID[]::new);
        this.permissions = dsl.selectFrom(TEAM_PERMISSIONS)
                .where(TEAM_PERMISSIONS.TEAM_ID.eq(any(ids)))
                .orderBy(TEAM_PERMISSIONS.PERMISSION, TEAM_PERMISSIONS.ID)
                .fetchGroups(TEAM_PERMISSIONS.TEAM_ID, PERMISSION::read);
        this.roles = dsl.selectFrom(TEAM_ROLES)
                .where(TEAM_ROLES.TEAM_ID.eq(any(ids)))
                .orderBy(TEAM_ROLES.ROLE_ID)
                .fetchGroups(TEAM_ROLES.TEAM_ID, row -> new Given(row.get(TEAM_ROLES.ROLE_ID), TERMS.read(row)));
    }

    /** The sets of teams. Only those that exist, or did once, are in the answer. */
    static Map<TeamId, CachedTeam> sets(DSLContext dsl, Collection<TeamId> ids, Position at) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        TeamRows rows = new TeamRows(dsl, ids.stream().map(TeamId::value).toArray(UUID[]::new));
        Map<TeamId, CachedTeam> sets = HashMap.newHashMap(ids.size());
        ids.stream().filter(id -> rows.teams.containsKey(id.value())).forEach(id -> sets.put(id, rows.set(id, at)));
        return sets;
    }

    /** The living teams above one, nearest first. */
    static List<TeamDetail.Ancestor> ancestors(DSLContext dsl, UUID id) {
        TeamRows rows = new TeamRows(dsl, new UUID[] {id});
        return rows.living(id).stream()
                .skip(1)
                .map(path -> new TeamDetail.Ancestor(path.getLast(), rows.nameOf(path.getLast())))
                .toList();
    }

    private static Map<UUID, TeamsRecord> withThoseAbove(DSLContext dsl, UUID[] start) {
        CommonTableExpression<?> reached = name(REACHED)
                .fields("id", "parent_id")
                .as(select(TEAMS.ID, TEAMS.PARENT_ID)
                        .from(TEAMS)
                        .where(TEAMS.ID.eq(any(start)))
                        .union(select(TEAMS.ID, TEAMS.PARENT_ID)
                                .from(table(name(REACHED)))
                                .join(TEAMS)
                                .on(TEAMS.ID.eq(REACHED_PARENT))));
        return dsl.withRecursive(reached)
                .select(TEAMS.fields())
                .from(reached)
                .join(TEAMS)
                .on(TEAMS.ID.eq(REACHED_ID))
                .fetchInto(TEAMS)
                .intoMap(TEAMS.ID);
    }

    private CachedTeam set(TeamId id, Position at) {
        List<TeamId> upwards = new ArrayList<>();
        List<RoleRef> given = new ArrayList<>();
        List<CachedPermission> held = new ArrayList<>();
        for (List<UUID> path : living(id.value())) {
            List<String> names = path.stream().map(this::nameOf).toList();
            UUID team = path.getLast();
            upwards.add(new TeamId(team));
            roles.getOrDefault(team, List.of())
                    .forEach(each -> given.add(new RoleRef(new RoleId(each.role()), names, each.terms())));
            permissions.getOrDefault(team, List.of()).forEach(each -> held.add(new CachedPermission(each, names)));
        }
        return new CachedTeam(at, upwards.isEmpty(), nameOf(id.value()), upwards, given, held);
    }

    private Collection<List<UUID>> living(UUID id) {
        return isLiving(id) ? RoleGraph.closure(id, this::above).values() : List.of();
    }

    private List<UUID> above(UUID id) {
        return Stream.ofNullable(teams.get(id))
                .flatMap(team -> Stream.ofNullable(team.getParentId()))
                .filter(this::isLiving)
                .toList();
    }

    private boolean isLiving(UUID id) {
        TeamsRecord team = teams.get(id);
        return team != null && team.getDeletedAt() == null;
    }

    private String nameOf(UUID id) {
        TeamsRecord team = teams.get(id);
        return team == null ? "" : team.getName();
    }
}
