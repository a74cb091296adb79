package io.neomt.command.grant;

import io.neomt.command.grant.GrantCommand.AssignRoles;
import io.neomt.command.grant.GrantCommand.GrantPermission;
import io.neomt.command.grant.GrantCommand.RevokePermission;
import io.neomt.command.grant.GrantCommand.UnassignRoles;
import io.neomt.command.grant.HolderState.Absent;
import io.neomt.command.grant.HolderState.Existing;
import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.Dues;
import io.neomt.command.kernel.Giving;
import io.neomt.command.kernel.GivingRejection;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.kernel.Tenancy;
import io.neomt.event.Cause;
import io.neomt.event.Event;
import io.neomt.event.RoleId;
import io.neomt.event.TeamEvent.TeamMemberRemoved;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of giving to users and taking from them. */
public final class GrantDecider {

    private GrantDecider() {}

    public static Decision decide(HolderState state, GrantCommand command, Tenancy tenancy, Giving giving) {
        return switch (state) {
            case Absent _ ->
                Decision.reject(
                        CommonRejection.USER_NOT_FOUND,
                        "There is no user with the id " + command.userId() + ".",
                        Map.of());
            case Existing holder -> whenExisting(holder, command, tenancy, giving);
        };
    }

    private static Decision whenExisting(Existing holder, GrantCommand command, Tenancy tenancy, Giving giving) {
        return switch (command) {
            case AssignRoles c -> assign(holder, c, tenancy, giving);
            case UnassignRoles c -> unassign(holder, c);
            case GrantPermission c -> grant(holder, c, giving);
            case RevokePermission c -> revoke(holder, c);
        };
    }

    private static Decision assign(Existing holder, AssignRoles c, Tenancy tenancy, Giving giving) {
        Map<RoleId, Terms> added = Ordered.minus(c.roles(), holder.roles());
        return added.keySet().stream()
                .filter(role -> tenancy.role(role).isEmpty())
                .findFirst()
                .map(GrantDecider::unknownRole)
                .or(() -> giving.refuseNew("assignments", "role_id", added))
                .<Decision>map(Decision.Rejected::new)
                .orElseGet(() -> Decision.accept(added.entrySet().stream()
                        .map(entry -> new RoleAssigned(c.userId(), entry.getKey(), entry.getValue()))
                        .toList()));
    }

    private static Rejection unknownRole(RoleId role) {
        return new Rejection(
                GivingRejection.UNKNOWN_ROLE,
                "There is no role with the id " + role + " to assign.",
                Map.of("field", "role_ids", "role_id", role.toString()));
    }

    private static Decision unassign(Existing holder, UnassignRoles c) {
        return Decision.accept(c.roleIds().stream()
                .filter(holder.roles()::containsKey)
                .map(role -> new RoleUnassigned(c.userId(), role))
                .toList());
    }

    private static Decision grant(Existing holder, GrantPermission c, Giving giving) {
        if (holder.find(c.permission()).isPresent()) {
            return Decision.nothingToDo();
        }
        Optional<Rejection> refusal = giving.refuse(c.permission(), Map.of("field", "permission"));
        return refusal.<Decision>map(Decision.Rejected::new)
                .orElseGet(() -> Decision.accept(new UserPermissionGranted(c.userId(), c.grantId(), c.permission())));
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

    /** Records what is over. */
    public static Decision expire(HolderState state, Instant now) {
        return switch (state) {
            case Absent _ -> Decision.nothingToDo();
            case Existing holder -> Decision.accept(over(holder, now));
        };
    }

    private static List<Event> over(Existing holder, Instant now) {
        List<Event> events = new ArrayList<>();
        holder.roles().forEach((role, terms) -> {
            if (Dues.isOver(terms, now)) {
                events.add(new RoleUnassigned(holder.id(), role, Cause.EXPIRED));
            }
        });
        holder.grants().forEach((grant, permission) -> {
            if (Dues.isOver(permission.terms(), now)) {
                events.add(new UserPermissionRevoked(holder.id(), grant, Cause.EXPIRED));
            }
        });
        holder.teams().forEach((team, membership) -> {
            if (Dues.isOver(membership.terms(), now)) {
                events.add(new TeamMemberRemoved(team, holder.id(), Cause.EXPIRED));
            }
        });
        return events;
    }
}
