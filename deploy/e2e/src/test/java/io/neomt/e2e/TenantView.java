package io.neomt.e2e;

import io.neomt.event.AccessEvent;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.Event;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.ResourceEvent;
import io.neomt.event.RoleEvent;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RoleParentRemoved;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleEvent.RoleUpdated;
import io.neomt.event.TeamEvent;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TenantEvent;
import io.neomt.event.UserEvent;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserDeleted;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserEvent.UserReactivated;
import io.neomt.event.UserEvent.UserUpdated;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** What a tenant's events add up to, folded in the plainest way: the yardstick for every view. */
final class TenantView {

    /** A user as any view must show it. */
    static final class User {
        final String username;
        boolean active = true;
        final Set<UUID> roles = new TreeSet<>();
        final Map<UUID, String> grants = new TreeMap<>();

        User(String username) {
            this.username = username;
        }
    }

    /** A role as any view must show it. */
    static final class Role {
        String name;
        boolean deleted;
        final Set<String> permissions = new TreeSet<>();
        final Set<UUID> parents = new TreeSet<>();

        Role(String name) {
            this.name = name;
        }
    }

    final Map<UUID, User> users = new TreeMap<>();
    final Map<UUID, Role> roles = new TreeMap<>();

    void apply(Event event) {
        switch (event) {
            case TenantEvent _, OrganizationEvent _, TemplateEvent _ -> {}
            case TeamEvent _, CatalogueEvent _, ResourceEvent _, AccessEvent _ -> {}
            case UserEvent user -> apply(user);
            case RoleEvent role -> apply(role);
        }
    }

    private void apply(UserEvent event) {
        UUID id = event.userId().value();
        switch (event) {
            case UserCreated created -> users.put(id, new User(created.username()));
            case UserUpdated _ -> {}
            case UserDeactivated _ -> user(id).active = false;
            case UserReactivated _ -> user(id).active = true;
            case UserDeleted _ -> user(id).active = false;
            case RoleAssigned assigned -> user(id).roles.add(assigned.roleId().value());
            case RoleUnassigned unassigned ->
                user(id).roles.remove(unassigned.roleId().value());
            case UserPermissionGranted granted ->
                user(id).grants
                        .put(
                                granted.grantId().value(),
                                granted.permission().pattern() + "="
                                        + granted.permission().effect().name().toLowerCase(java.util.Locale.ROOT));
            case UserPermissionRevoked revoked ->
                user(id).grants.remove(revoked.grantId().value());
        }
    }

    private void apply(RoleEvent event) {
        UUID id = event.roleId().value();
        switch (event) {
            case RoleCreated created -> roles.put(id, new Role(created.name()));
            case RoleUpdated updated -> role(id).name = updated.name();
            case RoleDeleted _ -> role(id).deleted = true;
            case RolePermissionGranted granted ->
                role(id).permissions.add(granted.permission().pattern().text());
            case RolePermissionRevoked revoked ->
                role(id).permissions.remove(revoked.permission().pattern().text());
            case RoleParentAdded added -> role(id).parents.add(added.parentId().value());
            case RoleParentRemoved removed ->
                role(id).parents.remove(removed.parentId().value());
        }
    }

    User user(UUID id) {
        return java.util.Objects.requireNonNull(users.get(id), () -> "no user " + id);
    }

    Role role(UUID id) {
        return java.util.Objects.requireNonNull(roles.get(id), () -> "no role " + id);
    }

    /** Everything that a role gives, its own permissions and the inherited ones. */
    Set<String> closure(UUID role) {
        Set<String> all = new TreeSet<>();
        collect(role, all, new HashSet<>());
        return all;
    }

    private void collect(UUID id, Set<String> all, Set<UUID> seen) {
        Role role = role(id);
        if (role.deleted || !seen.add(id)) {
            return;
        }
        all.addAll(role.permissions);
        role.parents.forEach(parent -> collect(parent, all, seen));
    }

    /** A user's roles that still exist. */
    Set<UUID> livingRoles(User user) {
        Set<UUID> living = new TreeSet<>(user.roles);
        living.removeIf(id -> role(id).deleted);
        return living;
    }

    /** One line for each user and role: equal texts, equal views. */
    String text() {
        StringBuilder text = new StringBuilder();
        users.forEach((id, user) -> text.append("user ")
                .append(id)
                .append(' ')
                .append(user.username)
                .append(user.active ? " active " : " deactivated ")
                .append(livingRoles(user))
                .append(user.grants)
                .append('\n'));
        roles.forEach((id, role) -> {
            if (!role.deleted) {
                text.append("role ").append(id).append(' ').append(role.name).append(role.permissions);
                Set<UUID> parents = new TreeSet<>(role.parents);
                parents.removeIf(parent -> role(parent).deleted);
                text.append(parents).append('\n');
            }
        });
        return text.toString();
    }
}
