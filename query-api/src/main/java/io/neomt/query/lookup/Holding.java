package io.neomt.query.lookup;

import io.neomt.permission.Effect;
import io.neomt.permission.Entitlement;
import io.neomt.permission.PermissionPattern;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * One entitlement of a user, and what becomes of it.
 *
 * @param overriddenBy the denials that take away all or a part of a grant
 */
public record Holding(Entitlement entitlement, Effectiveness effectiveness, List<Entitlement> overriddenBy) {

    /** How much of an entitlement counts. */
    public enum Effectiveness {
        FULL,
        /** Denials take away a part. */
        PARTIAL,
        /** One denial takes away everything. */
        OVERRIDDEN,
        /** The user or the tenant is barred, so that nothing counts. */
        BLOCKED
    }

    /** @param blocked whether the user may do nothing at all */
    public static List<Holding> of(List<Entitlement> entitlements, boolean blocked) {
        List<Entitlement> denials = entitlements.stream()
                .filter(entitlement -> entitlement.effect() == Effect.DENY)
                .toList();
        return entitlements.stream()
                .map(entitlement -> of(entitlement, denials, blocked))
                .toList();
    }

    private static Holding of(Entitlement entitlement, List<Entitlement> denials, boolean blocked) {
        List<Entitlement> against = entitlement.effect() == Effect.DENY
                ? List.of()
                : denials.stream()
                        .filter(denial -> meets(denial.pattern(), entitlement.pattern()))
                        .toList();
        return new Holding(entitlement, effectiveness(entitlement, against, blocked), against);
    }

    private static Effectiveness effectiveness(Entitlement of, List<Entitlement> against, boolean blocked) {
        if (blocked) {
            return Effectiveness.BLOCKED;
        }
        if (against.isEmpty()) {
            return Effectiveness.FULL;
        }
        return against.stream().anyMatch(denial -> contains(denial.pattern(), of.pattern()))
                ? Effectiveness.OVERRIDDEN
                : Effectiveness.PARTIAL;
    }

    /** Whether some code is covered by both; every scope covers {@code own}, so scopes always meet. */
    private static boolean meets(PermissionPattern one, PermissionPattern other) {
        return segments(one, other, (a, b) -> isAny(a) || isAny(b) || a.equals(b));
    }

    /**
     * Whether one covers every code that the other covers. Several denials together never cover more than one of them
     * alone could: names are endless, so only a wildcard covers a wildcard.
     */
    private static boolean contains(PermissionPattern outer, PermissionPattern inner) {
        return outer.scope().covers(inner.scope()) && segments(outer, inner, (a, b) -> isAny(a) || a.equals(b));
    }

    private static boolean segments(
            PermissionPattern one, PermissionPattern other, BiPredicate<String, String> matches) {
        return matches.test(one.resource(), other.resource()) && matches.test(one.action(), other.action());
    }

    private static boolean isAny(String segment) {
        return segment.equals("*");
    }
}
