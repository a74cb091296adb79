package io.neomt.projection.permissionsets;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.view.cache.CachedResource;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedTeam;
import io.neomt.view.cache.CachedUser;
import java.util.Map;

/** Sets that were read together, and the position that they were read at. */
public record PermissionSets(
        Position position,
        Map<UserId, CachedUser> users,
        Map<RoleId, CachedRole> roles,
        Map<TeamId, CachedTeam> teams,
        Map<Instance, CachedResource> resources) {

    public PermissionSets {
        users = Map.copyOf(users);
        roles = Map.copyOf(roles);
        teams = Map.copyOf(teams);
        resources = Map.copyOf(resources);
    }

    public static PermissionSets ofUsers(Position position, Map<UserId, CachedUser> users) {
        return new PermissionSets(position, users, Map.of(), Map.of(), Map.of());
    }

    public static PermissionSets ofRoles(Position position, Map<RoleId, CachedRole> roles) {
        return new PermissionSets(position, Map.of(), roles, Map.of(), Map.of());
    }

    public static PermissionSets ofTeams(Position position, Map<TeamId, CachedTeam> teams) {
        return new PermissionSets(position, Map.of(), Map.of(), teams, Map.of());
    }

    public static PermissionSets ofResources(Position position, Map<Instance, CachedResource> resources) {
        return new PermissionSets(position, Map.of(), Map.of(), Map.of(), resources);
    }

    public int size() {
        return users.size() + roles.size() + teams.size() + resources.size();
    }
}
