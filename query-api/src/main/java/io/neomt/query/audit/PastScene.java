package io.neomt.query.audit;

import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.RoleClosure;
import io.neomt.query.scene.Assembly;
import io.neomt.query.scene.Scene;
import io.neomt.query.scene.Snapshot;
import io.neomt.query.scene.SnapshotScene;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedTeam;
import io.neomt.view.cache.CachedUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Makes of the past what questions are asked of: the same sets that are kept of the present. */
final class PastScene {

    private final Past past;
    private final Position position;

    PastScene(Past past, Position position) {
        this.past = past;
        this.position = position;
    }

    Scene scene(Assembly assembly) {
        Map<UserId, CachedUser> users = new HashMap<>();
        past.users.forEach((id, user) -> users.put(id, user.set(position)));
        guests(users);
        Map<RoleId, CachedRole> roles = new HashMap<>();
        past.roles.forEach((id, role) -> roles.put(id, set(id, role)));
        Map<TeamId, CachedTeam> teams = new HashMap<>();
        past.teams.forEach((id, team) -> teams.put(id, set(id, team)));
        return new SnapshotScene(new Snapshot(position, users, roles, teams, Map.of()), assembly);
    }

    private void guests(Map<UserId, CachedUser> users) {
        Map<UserId, List<CachedUser.Access>> access = new HashMap<>();
        past.access.values().stream()
                .filter(given -> !users.containsKey(given.user()))
                .forEach(given -> access.computeIfAbsent(given.user(), _ -> new ArrayList<>())
                        .add(access(given)));
        access.forEach((id, given) -> users.put(
                id, new CachedUser(position, CachedUser.Status.GUEST, List.of(), List.of(), List.of(), given)));
    }

    private static CachedUser.Access access(AccessGranted given) {
        return new CachedUser.Access(given.accessGrantId(), given.home(), given.permission());
    }

    private CachedRole set(RoleId id, PastRole role) {
        List<CachedPermission> permissions = RoleClosure.of(id, this::find).stream()
                .map(held -> new CachedPermission(held.permission(), held.path(), held.terms()))
                .toList();
        return new CachedRole(position, role.deleted, role.name, permissions);
    }

    private RoleClosure.@Nullable Role<RoleId> find(RoleId id) {
        @Nullable PastRole role = past.roles.get(id);
        return role == null || role.deleted ? null : role.role();
    }

    private CachedTeam set(TeamId id, PastTeam team) {
        List<CachedTeam.RoleRef> roles = new ArrayList<>();
        List<CachedPermission> permissions = new ArrayList<>();
        List<String> path = new ArrayList<>();
        SequencedMap<TeamId, PastTeam> upwards = upwards(id);
        for (PastTeam each : upwards.values()) {
            path.add(each.name);
            each.roles.forEach((role, terms) -> roles.add(new CachedTeam.RoleRef(role, path, terms)));
            each.permissions.forEach(permission -> permissions.add(new CachedPermission(permission, path)));
        }
        return new CachedTeam(position, team.deleted, team.name, List.copyOf(upwards.keySet()), roles, permissions);
    }

    /** The team itself first, up to one that is deleted. Ends on a cycle, too. */
    private SequencedMap<TeamId, PastTeam> upwards(TeamId id) {
        SequencedMap<TeamId, PastTeam> found = new LinkedHashMap<>();
        @Nullable TeamId next = id;
        while (next != null) {
            @Nullable PastTeam team = past.teams.get(next);
            boolean goesOn = team != null && !team.deleted && found.putIfAbsent(next, team) == null;
            next = goesOn && team != null ? team.parent : null;
        }
        return found;
    }
}
