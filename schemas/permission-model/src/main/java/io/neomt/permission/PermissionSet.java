package io.neomt.permission;

import java.util.List;

/**
 * All grants and denials that one active user has at one position. Immutable.
 *
 * <p>The decision is the one of the permission model: any covering denial denies, else any covering grant allows, else
 * it is denied.
 */
public record PermissionSet(List<Entitlement> entitlements) {

    public static final PermissionSet EMPTY = new PermissionSet(List.of());

    public PermissionSet {
        entitlements = List.copyOf(entitlements);
    }

    public Decision check(PermissionCode code) {
        Decision decision = new Decision.NotGranted();
        for (Entitlement entitlement : entitlements) {
            if (!entitlement.pattern().covers(code)) {
                continue;
            }
            if (entitlement.effect() == Effect.DENY) {
                return new Decision.Denied(entitlement);
            }
            if (!decision.allowed()) {
                decision = new Decision.Allowed(entitlement);
            }
        }
        return decision;
    }
}
