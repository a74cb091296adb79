package io.neomt.projection.views;

import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.AccessEvent.AccessRevoked;
import io.neomt.event.AccessGrantId;
import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.GrantId;
import io.neomt.event.ResourceEvent.ResourceRegistered;
import io.neomt.event.ResourceEvent.ResourceRemoved;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RoleParentRemoved;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleEvent.RoleUpdated;
import io.neomt.event.RoleId;
import io.neomt.event.TeamEvent.TeamCreated;
import io.neomt.event.TeamEvent.TeamDeleted;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMemberRemoved;
import io.neomt.event.TeamEvent.TeamMoved;
import io.neomt.event.TeamEvent.TeamPermissionGranted;
import io.neomt.event.TeamEvent.TeamPermissionRevoked;
import io.neomt.event.TeamEvent.TeamRoleAssigned;
import io.neomt.event.TeamEvent.TeamRoleUnassigned;
import io.neomt.event.TeamEvent.TeamUpdated;
import io.neomt.event.TeamId;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserDeleted;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserEvent.UserReactivated;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.view.cache.CachedUser.Status;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What some events add up to, one after the other, in memory, as far as sets are made of it. */
final class Folded {

    final Map<UserId, Status> users = new HashMap<>();
    final Map<List<?>, RoleAssigned> assigned = new HashMap<>();
    final Map<GrantId, UserPermissionGranted> grants = new HashMap<>();
    final Map<RoleId, String> roles = new HashMap<>();
    final Set<RoleId> deletedRoles = new HashSet<>();
    final Set<RolePermissionGranted> rolePermissions = new HashSet<>();
    final Map<List<?>, RoleParentAdded> parents = new HashMap<>();
    final Map<TeamId, String> teams = new HashMap<>();
    final Map<TeamId, TeamId> above = new HashMap<>();
    final Set<TeamId> deletedTeams = new HashSet<>();
    final Map<List<?>, TeamMemberAdded> members = new HashMap<>();
    final Map<List<?>, TeamRoleAssigned> teamRoles = new HashMap<>();
    final Set<TeamPermissionGranted> teamPermissions = new HashSet<>();
    final Map<Instance, ResourceRegistered> resources = new HashMap<>();
    final Set<Instance> gone = new HashSet<>();
    final Map<AccessGrantId, AccessGranted> access = new HashMap<>();
    final Set<UserId> guests = new HashSet<>();

    private Folded() {}

    static Folded of(List<EventEnvelope> events) {
        Folded state = new Folded();
        events.forEach(envelope -> state.add(envelope.event()));
        return state;
    }

    @SuppressWarnings("StatementSwitchToExpressionSwitch")
    private void add(Event event) {
        switch (event) {
            case UserCreated e -> users.put(e.userId(), Status.ACTIVE);
            case UserDeactivated e -> users.put(e.userId(), Status.DEACTIVATED);
            case UserReactivated e -> users.put(e.userId(), Status.ACTIVE);
            case UserDeleted e -> delete(e.userId());
            case RoleAssigned e -> assigned.put(List.of(e.userId(), e.roleId()), e);
            case RoleUnassigned e -> assigned.remove(List.of(e.userId(), e.roleId()));
            case UserPermissionGranted e -> grants.put(e.grantId(), e);
            case UserPermissionRevoked e -> grants.remove(e.grantId());
            case RoleCreated e -> roles.put(e.roleId(), e.name());
            case RoleUpdated e -> roles.put(e.roleId(), e.name());
            case RoleDeleted e -> deletedRoles.add(e.roleId());
            case RolePermissionGranted e -> rolePermissions.add(e);
            case RolePermissionRevoked e ->
                rolePermissions.remove(new RolePermissionGranted(e.roleId(), e.permission()));
            case RoleParentAdded e -> parents.put(List.of(e.roleId(), e.parentId()), e);
            case RoleParentRemoved e -> parents.remove(List.of(e.roleId(), e.parentId()));
            case TeamCreated e -> {
                teams.put(e.teamId(), e.name());
                move(e.teamId(), e.parentId());
            }
            case TeamUpdated e -> teams.put(e.teamId(), e.name());
            case TeamMoved e -> move(e.teamId(), e.parentId());
            case TeamDeleted e -> deletedTeams.add(e.teamId());
            case TeamMemberAdded e -> members.put(List.of(e.teamId(), e.userId()), e);
            case TeamMemberRemoved e -> members.remove(List.of(e.teamId(), e.userId()));
            case TeamRoleAssigned e -> teamRoles.put(List.of(e.teamId(), e.roleId()), e);
            case TeamRoleUnassigned e -> teamRoles.remove(List.of(e.teamId(), e.roleId()));
            case TeamPermissionGranted e -> teamPermissions.add(e);
            case TeamPermissionRevoked e ->
                teamPermissions.remove(new TeamPermissionGranted(e.teamId(), e.permission()));
            case ResourceRegistered e -> resources.put(e.instance(), e);
            case ResourceRemoved e -> {
                resources.remove(e.instance());
                gone.add(e.instance());
            }
            case AccessGranted e -> {
                access.put(e.accessGrantId(), e);
                guests.add(e.user());
            }
            case AccessRevoked e -> access.remove(e.accessGrantId());
            default -> {}
        }
    }

    private void delete(UserId user) {
        users.put(user, Status.DELETED);
        assigned.values().removeIf(link -> link.userId().equals(user));
        members.values().removeIf(link -> link.userId().equals(user));
        grants.values().removeIf(grant -> grant.userId().equals(user));
    }

    private void move(TeamId team, @Nullable TeamId parent) {
        if (parent == null) {
            above.remove(team);
        } else {
            above.put(team, parent);
        }
    }
}
