package io.neomt.command.grant;

import io.neomt.command.grant.GrantCommand.AssignRoles;
import io.neomt.command.grant.GrantCommand.GrantPermission;
import io.neomt.command.grant.GrantCommand.RevokePermission;
import io.neomt.command.grant.GrantCommand.UnassignRoles;
import io.neomt.command.grant.HolderState.Absent;
import io.neomt.command.grant.HolderState.Existing;
import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.DirectGrant;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Roles;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
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
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The rules of giving to users and taking from them. */
public final class GrantDecider {

    private GrantDecider() {}

    /** @param roles the tenant's roles */
    public static Decision decide(HolderState state, GrantCommand command, Roles roles) {
        return switch (state) {
            case Absent _ ->
                Decision.reject(
                        CommonRejection.USER_NOT_FOUND,
                        "There is no user with the id " + command.userId() + ".",
                        Map.of());
            case Existing holder -> whenExisting(holder, command, roles);
        };
    }

    private static Decision whenExisting(Existing holder, GrantCommand command, Roles roles) {
        return switch (command) {
            case AssignRoles c -> assign(holder, c, roles);
            case UnassignRoles c -> unassign(holder, c);
            case GrantPermission c -> grant(holder, c);
            case RevokePermission c -> revoke(holder, c);
        };
    }

    private static Decision assign(Existing holder, AssignRoles c, Roles roles) {
        Set<RoleId> added = Ordered.minus(c.roleIds(), holder.roles());
        for (RoleId role : added) {
            if (roles.role(role).isEmpty()) {
                return Decision.reject(
                        GrantRejection.UNKNOWN_ROLE,
                        "There is no role with the id " + role + " to assign.",
                        Map.of("field", "role_ids", "role_id", role.toString()));
            }
        }
        return Decision.accept(
                added.stream().map(role -> new RoleAssigned(c.userId(), role)).toList());
    }

    private static Decision unassign(Existing holder, UnassignRoles c) {
        return Decision.accept(c.roleIds().stream()
                .filter(holder.roles()::contains)
                .map(role -> new RoleUnassigned(c.userId(), role))
                .toList());
    }

    private static Decision grant(Existing holder, GrantPermission c) {
        if (holder.find(new DirectGrant(c.permission(), c.effect())).isPresent()) {
            return Decision.nothingToDo();
        }
        return Decision.accept(new UserPermissionGranted(
                c.userId(), c.grantId(), new Permission(c.permission(), c.effect(), null, Terms.NONE)));
    }

    private static Decision revoke(Existing holder, RevokePermission c) {
        if (holder.grants().containsKey(c.grantId())) {
            return Decision.accept(new UserPermissionRevoked(c.userId(), c.grantId()));
        }
        return Decision.reject(
                GrantRejection.GRANT_NOT_FOUND,
                "The user has no grant or denial with the id " + c.grantId() + ".",
                Map.of());
    }

    public static HolderState evolve(HolderState state, UserEvent event) {
        return switch (event) {
            case UserCreated e -> new Existing(e.userId(), true, Set.of(), Map.of());
            case UserUpdated _ -> state;
            case UserDeleted _ -> existing(state).withActive(false);
            case UserDeactivated _ -> existing(state).withActive(false);
            case UserReactivated _ -> existing(state).withActive(true);
            case RoleAssigned e -> {
                Existing holder = existing(state);
                yield holder.withRoles(Ordered.with(holder.roles(), e.roleId()));
            }
            case RoleUnassigned e -> {
                Existing holder = existing(state);
                yield holder.withRoles(Ordered.without(holder.roles(), e.roleId()));
            }
            case UserPermissionGranted e -> granted(existing(state), e);
            case UserPermissionRevoked e -> revoked(existing(state), e);
        };
    }

    private static HolderState granted(Existing holder, UserPermissionGranted e) {
        Map<GrantId, DirectGrant> grants = new LinkedHashMap<>(holder.grants());
        grants.put(
                e.grantId(),
                new DirectGrant(e.permission().pattern(), e.permission().effect()));
        return holder.withGrants(grants);
    }

    private static HolderState revoked(Existing holder, UserPermissionRevoked e) {
        Map<GrantId, DirectGrant> grants = new LinkedHashMap<>(holder.grants());
        grants.remove(e.grantId());
        return holder.withGrants(grants);
    }

    private static Existing existing(HolderState state) {
        return switch (state) {
            case Absent _ -> throw new IllegalStateException("a user is created before all else");
            case Existing holder -> holder;
        };
    }
}
