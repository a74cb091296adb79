package io.neomt.query.audit;

import io.neomt.event.AccessEvent;
import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.AccessEvent.AccessRevoked;
import io.neomt.event.AccessGrantId;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.Event;
import io.neomt.event.MigrationEvent;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.ProjectionEvent;
import io.neomt.event.ResourceEvent;
import io.neomt.event.RoleEvent;
import io.neomt.event.RoleId;
import io.neomt.event.TeamEvent;
import io.neomt.event.TeamId;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TenantEvent;
import io.neomt.event.UserEvent;
import io.neomt.event.UserId;
import io.neomt.view.cache.CachedUser;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Who and what there was in a tenant: the fold of its events, in order, as far as they were given. */
final class Past {

    /** About as many as fit into 200 MB. */
    private static final int MOST = 500_000;

    final Map<UserId, PastUser> users = new TreeMap<>();
    final Map<RoleId, PastRole> roles = new HashMap<>();
    final Map<TeamId, PastTeam> teams = new HashMap<>();
    final Map<AccessGrantId, AccessGranted> access = new HashMap<>();
    private boolean activated;
    private boolean suspended;
    private boolean deleted;
    private int held;

    /** Whether anybody could do anything at all. */
    boolean active() {
        return activated && !suspended && !deleted;
    }

    void add(Event event) {
        switch (event) {
            case UserEvent e -> add(e);
            case RoleEvent e -> add(e);
            case TeamEvent e -> add(e);
            case AccessEvent e -> add(e);
            case TenantEvent e -> add(e);
            case OrganizationEvent _,
                    CatalogueEvent _,
                    ResourceEvent _,
                    TemplateEvent _,
                    ProjectionEvent _,
                    MigrationEvent _ -> {
                // nobody may do more or less by these
            }
        }
    }

    private void add(UserEvent event) {
        switch (event) {
            case UserEvent.UserCreated e -> put(users, e.userId(), new PastUser(e.username()));
            case UserEvent.UserUpdated _ -> {
                // neither name nor address decides
            }
            case UserEvent.UserDeactivated e -> user(e).status = CachedUser.Status.DEACTIVATED;
            case UserEvent.UserReactivated e -> user(e).status = CachedUser.Status.ACTIVE;
            case UserEvent.UserDeleted e -> user(e).status = CachedUser.Status.DELETED;
            case UserEvent.RoleAssigned e -> put(user(e).roles, e.roleId(), e.terms());
            case UserEvent.RoleUnassigned e -> remove(user(e).roles, e.roleId());
            case UserEvent.UserPermissionGranted e -> put(user(e).grants, e.grantId(), e.permission());
            case UserEvent.UserPermissionRevoked e -> remove(user(e).grants, e.grantId());
        }
    }

    private void add(RoleEvent event) {
        switch (event) {
            case RoleEvent.RoleCreated e -> put(roles, e.roleId(), new PastRole(e.name()));
            case RoleEvent.RoleUpdated e -> role(e).name = e.name();
            case RoleEvent.RoleDeleted e -> role(e).deleted = true;
            case RoleEvent.RolePermissionGranted e -> count(role(e).permissions.add(e.permission()));
            case RoleEvent.RolePermissionRevoked e ->
                uncount(role(e).permissions.remove(e.permission()));
            case RoleEvent.RoleParentAdded e -> put(role(e).parents, e.parentId(), e.terms());
            case RoleEvent.RoleParentRemoved e -> remove(role(e).parents, e.parentId());
        }
    }

    private void add(TeamEvent event) {
        switch (event) {
            case TeamEvent.TeamCreated e -> put(teams, e.teamId(), new PastTeam(e.name(), e.parentId()));
            case TeamEvent.TeamUpdated e -> team(e).name = e.name();
            case TeamEvent.TeamMoved e -> team(e).parent = e.parentId();
            case TeamEvent.TeamDeleted e -> team(e).deleted = true;
            case TeamEvent.TeamMemberAdded e -> put(user(e.userId()).teams, e.teamId(), e.terms());
            case TeamEvent.TeamMemberRemoved e -> remove(user(e.userId()).teams, e.teamId());
            case TeamEvent.TeamRoleAssigned e -> put(team(e).roles, e.roleId(), e.terms());
            case TeamEvent.TeamRoleUnassigned e -> remove(team(e).roles, e.roleId());
            case TeamEvent.TeamPermissionGranted e -> count(team(e).permissions.add(e.permission()));
            case TeamEvent.TeamPermissionRevoked e ->
                uncount(team(e).permissions.remove(e.permission()));
        }
    }

    private void add(AccessEvent event) {
        switch (event) {
            case AccessGranted e -> put(access, e.accessGrantId(), e);
            case AccessRevoked e -> remove(access, e.accessGrantId());
        }
    }

    private void add(TenantEvent event) {
        switch (event) {
            case TenantEvent.TenantActivated _ -> activated = true;
            case TenantEvent.TenantSuspended _ -> suspended = true;
            case TenantEvent.TenantResumed _ -> suspended = false;
            case TenantEvent.TenantRestored _ -> deleted = false;
            case TenantEvent.TenantDeletionRequested _,
                    TenantEvent.TenantDeleted _,
                    TenantEvent.TenantPurgeRequested _,
                    TenantEvent.TenantPurged _ -> deleted = true;
            case TenantEvent.TenantRequested _,
                    TenantEvent.TenantPlaced _,
                    TenantEvent.TenantProvisioningAdvanced _,
                    TenantEvent.TenantProvisioningFailed _,
                    TenantEvent.TenantProvisioningRetried _,
                    TenantEvent.TenantSettingsChanged _,
                    TenantEvent.TenantUpdated _ -> {
                // none of these opens or closes it
            }
        }
    }

    private PastUser user(UserEvent event) {
        return user(event.userId());
    }

    /** What concerns one whose making was skipped concerns nobody. */
    private PastUser user(UserId id) {
        return users.getOrDefault(id, new PastUser(""));
    }

    private PastRole role(RoleEvent event) {
        return roles.getOrDefault(event.roleId(), new PastRole(""));
    }

    private PastTeam team(TeamEvent event) {
        return teams.getOrDefault(event.teamId(), new PastTeam("", null));
    }

    private <K, V> void put(Map<K, V> map, K key, V value) {
        count(map.put(key, value) == null);
    }

    private <K> void remove(Map<K, ?> map, K key) {
        uncount(map.remove(key) != null);
    }

    private void count(boolean more) {
        held += more ? 1 : 0;
        if (held > MOST) {
            throw new TooMuchHistoryException(MOST);
        }
    }

    private void uncount(boolean fewer) {
        held -= fewer ? 1 : 0;
    }
}
