package io.neomt.command.kernel;

import io.neomt.permission.Circumstances;
import io.neomt.permission.Decision.Blocked;
import io.neomt.permission.Decision.Cause;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionSet;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Decides on the write side's own state whether an actor may send a command. */
public final class Authorization {

    private Authorization() {}

    /** The refusal of somebody who has no access to the tenant at all, and is not told whether it exists. */
    public static Rejection forbiddenTenant() {
        return new Rejection(
                CommonRejection.TENANT_FORBIDDEN,
                "You may act in your own tenant, and where access was given to you.",
                Map.of());
    }

    /** What an active user may do at home. */
    public static PermissionSet atHome(HolderFacts holder, Tenancy home, Instant now) {
        return new Holdings(home, now).of(holder);
    }

    /**
     * What access grants of a tenant let a user of another tenant do there.
     *
     * @param grants by the ids of the access grants
     */
    public static PermissionSet asGuest(Map<UUID, Permission> grants, Tenancy tenancy, Instant now) {
        return new Holdings(tenancy, now).of(grants);
    }

    public static PermissionSet together(PermissionSet one, PermissionSet other) {
        return new PermissionSet(Stream.concat(one.entitlements().stream(), other.entitlements().stream())
                .toList());
    }

    /** Why the actor may do nothing at all. */
    public static Optional<Rejection> refuseUser(Optional<? extends HolderFacts> holder, Set<PermissionCode> required) {
        if (holder.isPresent() && holder.get().active()) {
            return Optional.empty();
        }
        Blocked blocked = new Blocked(holder.isEmpty() ? Cause.USER_UNKNOWN : Cause.USER_DEACTIVATED);
        return required.stream().findFirst().map(code -> forbidden(code, blocked.reason()));
    }

    /** The first of the permissions that the set lacks. */
    public static Optional<Rejection> refuse(PermissionSet held, Set<PermissionCode> required, Instant now) {
        Circumstances circumstances = Circumstances.at(now);
        return required.stream()
                .flatMap(code -> Stream.of(held.check(code, circumstances))
                        .filter(decision -> !decision.allowed())
                        .map(decision -> forbidden(code, decision.reason())))
                .findFirst();
    }

    private static Rejection forbidden(PermissionCode code, String reason) {
        return new Rejection(
                CommonRejection.FORBIDDEN,
                "The permission " + code + " is needed for this.",
                Ordered.map(Map.of("permission", code.toString(), "reason", reason)));
    }
}
