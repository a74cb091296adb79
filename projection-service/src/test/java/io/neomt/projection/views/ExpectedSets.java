package io.neomt.projection.views;

import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleId;
import io.neomt.event.TeamEvent.TeamRoleAssigned;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserId;
import io.neomt.permission.RoleClosure;
import io.neomt.projection.permissionsets.RoleRow;
import io.neomt.projection.permissionsets.RoleSets;
import io.neomt.projection.permissionsets.TeamRow;
import io.neomt.projection.permissionsets.TeamSets;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CachedResource;
import io.neomt.view.cache.CachedUser;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Redis has to hold after some events, made from them in the plainest way. */
final class ExpectedSets {

    private final TenantId tenant;
    private final Folded state;
    private final Map<String, Map<String, String>> sets = new TreeMap<>();

    private ExpectedSets(TenantId tenant, Folded state) {
        this.tenant = tenant;
        this.state = state;
    }

    /** All sets by key, each without its version, which says when it was written. */
    static Map<String, Map<String, String>> after(TenantId tenant, List<EventEnvelope> events) {
        ExpectedSets expected = new ExpectedSets(tenant, Folded.of(events));
        expected.addAll();
        return expected.sets;
    }

    private void addAll() {
        state.users.keySet().forEach(id -> add(CacheKeys.user(tenant, id), user(id).toFields()));
        state.guests.forEach(id -> add(CacheKeys.user(tenant, id), user(id).toFields()));
        List<RoleRow> roles = state.roles.keySet().stream().map(this::role).toList();
        RoleSets roleSets = new RoleSets(roles);
        roles.forEach(row -> add(
                CacheKeys.role(tenant, row.id()),
                roleSets.set(row, Position.NONE).toFields()));
        List<TeamRow> teams = state.teams.keySet().stream().map(this::team).toList();
        TeamSets teamSets = new TeamSets(teams);
        teams.forEach(row -> add(
                CacheKeys.team(tenant, row.id()),
                teamSets.set(row, Position.NONE).toFields()));
        state.gone.forEach(instance -> add(
                CacheKeys.resource(tenant, instance),
                CachedResource.removed(Position.NONE).toFields()));
        state.resources.forEach((instance, e) -> add(
                CacheKeys.resource(tenant, instance),
                new CachedResource(Position.NONE, false, e.owner(), e.team(), e.properties()).toFields()));
    }

    private void add(String key, Map<String, String> fields) {
        sets.put(key, unversioned(fields));
    }

    private CachedUser user(UserId id) {
        return new CachedUser(
                Position.NONE,
                state.users.getOrDefault(id, CachedUser.Status.GUEST),
                state.assigned.values().stream()
                        .filter(link -> link.userId().equals(id))
                        .sorted(Comparator.comparing(RoleAssigned::roleId))
                        .map(link -> new CachedUser.RoleRef(link.roleId(), link.terms()))
                        .toList(),
                state.members.values().stream()
                        .filter(link -> link.userId().equals(id))
                        .map(link -> new CachedUser.Membership(link.teamId(), link.terms()))
                        .sorted(Comparator.comparing(CachedUser.Membership::team))
                        .toList(),
                state.grants.values().stream()
                        .filter(grant -> grant.userId().equals(id))
                        .sorted(Comparator.comparing(UserPermissionGranted::grantId))
                        .map(grant -> new CachedUser.Grant(grant.grantId(), grant.permission()))
                        .toList(),
                state.access.values().stream()
                        .filter(grant -> grant.user().equals(id))
                        .sorted(Comparator.comparing(AccessGranted::accessGrantId))
                        .map(grant -> new CachedUser.Access(grant.accessGrantId(), grant.home(), grant.permission()))
                        .toList());
    }

    private RoleRow role(RoleId id) {
        return new RoleRow(
                id,
                state.roles.getOrDefault(id, ""),
                state.deletedRoles.contains(id),
                state.rolePermissions.stream()
                        .filter(link -> link.roleId().equals(id))
                        .map(link -> link.permission())
                        .toList(),
                state.parents.values().stream()
                        .filter(link -> link.roleId().equals(id))
                        .sorted(Comparator.comparing(RoleParentAdded::parentId))
                        .map(link -> new RoleClosure.Parent<>(link.parentId(), link.terms()))
                        .toList());
    }

    private TeamRow team(TeamId id) {
        return new TeamRow(
                id,
                state.teams.getOrDefault(id, ""),
                state.deletedTeams.contains(id),
                state.above.get(id),
                state.teamRoles.values().stream()
                        .filter(link -> link.teamId().equals(id))
                        .sorted(Comparator.comparing(TeamRoleAssigned::roleId))
                        .map(link -> new TeamRow.Role(link.roleId(), link.terms()))
                        .toList(),
                state.teamPermissions.stream()
                        .filter(link -> link.teamId().equals(id))
                        .map(link -> link.permission())
                        .toList());
    }

    static Map<String, String> unversioned(Map<String, String> fields) {
        Map<String, String> rest = new HashMap<>(fields);
        rest.remove("v");
        return rest;
    }
}
