package io.neomt.command.kernel;

import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.permission.Decision.Blocked;
import io.neomt.permission.Decision.Cause;
import io.neomt.permission.Effect;
import io.neomt.permission.Entitlement;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionSet;
import io.neomt.permission.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides on the write side's own state whether an actor may send a command. */
public final class Authorization {

    private Authorization() {}

    /** Whether the actor may act in the tenant at all: users of the platform act everywhere, others at home. */
    public static Optional<Rejection> refuseForeign(Actor.User actor, TenantId tenant) {
        if (actor.home().equals(TenantId.PLATFORM) || actor.home().equals(tenant)) {
            return Optional.empty();
        }
        return Optional.of(
                new Rejection(CommonRejection.TENANT_FORBIDDEN, "You may act in your own tenant only.", Map.of()));
    }

    /**
     * Whether the user lacks the permission.
     *
     * @param holder the actor; empty when the platform does not know it
     * @param roles the roles of the actor's own tenant
     */
    public static Optional<Rejection> refuse(
            Optional<? extends HolderFacts> holder, Roles roles, PermissionCode required) {
        io.neomt.permission.Decision decision = decide(holder, roles, required);
        if (decision.allowed()) {
            return Optional.empty();
        }
        return Optional.of(new Rejection(
                CommonRejection.FORBIDDEN,
                "The permission " + required + " is needed for this.",
                Map.of("permission", required.toString(), "reason", decision.reason())));
    }

    private static io.neomt.permission.Decision decide(
            Optional<? extends HolderFacts> holder, Roles roles, PermissionCode required) {
        if (holder.isEmpty()) {
            return new Blocked(Cause.USER_UNKNOWN);
        }
        if (!holder.get().active()) {
            return new Blocked(Cause.USER_DEACTIVATED);
        }
        return permissions(holder.get(), roles).check(required);
    }

    /** All that an active user holds, directly and by its roles and those that they inherit. */
    public static PermissionSet permissions(HolderFacts holder, Roles roles) {
        List<Entitlement> found = new ArrayList<>();
        holder.grants()
                .forEach((id, grant) ->
                        found.add(new Entitlement(grant.permission(), grant.effect(), new Source.Direct(id.value()))));
        Set<RoleId> seen = new HashSet<>();
        ArrayDeque<Step> open = new ArrayDeque<>();
        holder.roles().forEach(id -> open.add(new Step(id, List.of())));
        while (!open.isEmpty()) {
            Step step = open.remove();
            if (seen.add(step.role())) {
                roles.role(step.role()).ifPresent(role -> collect(role, step, found, open));
            }
        }
        return new PermissionSet(found);
    }

    private static void collect(RoleFacts role, Step step, List<Entitlement> found, ArrayDeque<Step> open) {
        List<String> path = new ArrayList<>(step.path());
        path.add(role.name());
        Source source = new Source.Role(path);
        role.permissions().forEach(pattern -> found.add(new Entitlement(pattern, Effect.ALLOW, source)));
        role.parents().forEach(parent -> open.add(new Step(parent, path)));
    }

    private record Step(RoleId role, List<String> path) {}
}
