package io.neomt.projection.views;

import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.GrantId;
import io.neomt.event.Position;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RoleParentRemoved;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleEvent.RoleUpdated;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserEvent.UserReactivated;
import io.neomt.event.UserId;
import io.neomt.permission.Terms;
import io.neomt.projection.permissionsets.RoleClosure;
import io.neomt.projection.permissionsets.RoleRow;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CachedUser;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What Redis has to hold after some events, made from them in the plainest way: one after the other, in memory. */
final class ExpectedSets {

    private final Map<UserId, CachedUser.Status> users = new HashMap<>();
    private final Set<RoleAssigned> assigned = new HashSet<>();
    private final Map<GrantId, UserPermissionGranted> grants = new HashMap<>();
    private final Map<RoleId, String> roles = new HashMap<>();
    private final Set<RoleId> deleted = new HashSet<>();
    private final Set<RolePermissionGranted> permissions = new HashSet<>();
    private final Set<RoleParentAdded> parents = new HashSet<>();

    private ExpectedSets() {}

    /** All sets by key, each without its version, which says when it was written. */
    static Map<String, Map<String, String>> after(TenantId tenant, List<EventEnvelope> events) {
        ExpectedSets state = new ExpectedSets();
        events.forEach(envelope -> state.add(envelope.event()));
        return state.sets(tenant);
    }

    @SuppressWarnings("StatementSwitchToExpressionSwitch")
    private void add(Event event) {
        switch (event) {
            case UserCreated e -> users.put(e.userId(), CachedUser.Status.ACTIVE);
            case UserDeactivated e -> users.put(e.userId(), CachedUser.Status.DEACTIVATED);
            case UserReactivated e -> users.put(e.userId(), CachedUser.Status.ACTIVE);
            case RoleAssigned e -> assigned.add(e);
            case RoleUnassigned e -> assigned.remove(new RoleAssigned(e.userId(), e.roleId()));
            case UserPermissionGranted e -> grants.put(e.grantId(), e);
            case UserPermissionRevoked e -> grants.remove(e.grantId());
            case RoleCreated e -> roles.put(e.roleId(), e.name());
            case RoleUpdated e -> roles.put(e.roleId(), e.name());
            case RoleDeleted e -> deleted.add(e.roleId());
            case RolePermissionGranted e -> permissions.add(e);
            case RolePermissionRevoked e -> permissions.remove(new RolePermissionGranted(e.roleId(), e.permission()));
            case RoleParentAdded e -> parents.add(e);
            case RoleParentRemoved e -> parents.remove(new RoleParentAdded(e.roleId(), e.parentId()));
            default -> {}
        }
    }

    private Map<String, Map<String, String>> sets(TenantId tenant) {
        Map<String, Map<String, String>> sets = new TreeMap<>();
        users.keySet().forEach(id -> sets.put(CacheKeys.user(tenant, id), unversioned(user(id).toFields())));
        List<RoleRow> rows = roles.keySet().stream().map(this::role).toList();
        RoleClosure closure = new RoleClosure(rows);
        rows.forEach(row -> sets.put(
                CacheKeys.role(tenant, row.id()),
                unversioned(closure.set(row, Position.NONE).toFields())));
        return sets;
    }

    private CachedUser user(UserId id) {
        return new CachedUser(
                Position.NONE,
                users.getOrDefault(id, CachedUser.Status.DELETED),
                assigned.stream()
                        .filter(link -> link.userId().equals(id))
                        .map(RoleAssigned::roleId)
                        .sorted()
                        .map(role -> new CachedUser.RoleRef(role, Terms.NONE))
                        .toList(),
                List.of(),
                grants.values().stream()
                        .filter(grant -> grant.userId().equals(id))
                        .sorted(Comparator.comparing(UserPermissionGranted::grantId))
                        .map(grant -> new CachedUser.Grant(grant.grantId(), grant.permission()))
                        .toList(),
                List.of());
    }

    private RoleRow role(RoleId id) {
        return new RoleRow(
                id,
                roles.getOrDefault(id, ""),
                deleted.contains(id),
                permissions.stream()
                        .filter(link -> link.roleId().equals(id))
                        .map(link -> link.permission().pattern().text())
                        .toList(),
                parents.stream()
                        .filter(link -> link.roleId().equals(id))
                        .map(RoleParentAdded::parentId)
                        .toList());
    }

    static Map<String, String> unversioned(Map<String, String> fields) {
        Map<String, String> rest = new HashMap<>(fields);
        rest.remove("v");
        return rest;
    }
}
