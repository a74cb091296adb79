package io.neomt.query.lookup;

import io.neomt.permission.Effect;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Instance;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Scope;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * One entitlement of a user, and what becomes of it.
 *
 * @param overriddenBy the denials that take away all or a part of a grant, or do so where their conditions hold
 */
public record Holding(Entitlement entitlement, Effectiveness effectiveness, List<Entitlement> overriddenBy) {

    /** How much of an entitlement counts. */
    public enum Effectiveness {
        FULL,
        /** It counts where its conditions hold. */
        CONDITIONAL,
        /** Denials take away a part. */
        PARTIAL,
        /** One denial takes away everything. */
        OVERRIDDEN,
        /** Its time has not come, or has passed. */
        OUTSIDE_WINDOW,
        /** The user or the tenant is barred, so that nothing counts. */
        BLOCKED
    }

    /** @param blocked whether the user may do nothing at all */
    public static List<Holding> of(List<Entitlement> entitlements, Instant now, boolean blocked) {
        List<Entitlement> denials = entitlements.stream()
                .filter(entitlement -> entitlement.effect() == Effect.DENY && isInWindow(entitlement, now))
                .toList();
        return entitlements.stream()
                .map(entitlement -> of(entitlement, denials, now, blocked))
                .toList();
    }

    private static Holding of(Entitlement entitlement, List<Entitlement> denials, Instant now, boolean blocked) {
        List<Entitlement> against = entitlement.effect() == Effect.DENY
                ? List.of()
                : denials.stream().filter(denial -> meets(denial, entitlement)).toList();
        if (blocked) {
            return new Holding(entitlement, Effectiveness.BLOCKED, against);
        }
        return isInWindow(entitlement, now)
                ? new Holding(entitlement, effectiveness(entitlement, against), against)
                : new Holding(entitlement, Effectiveness.OUTSIDE_WINDOW, List.of());
    }

    private static Effectiveness effectiveness(Entitlement of, List<Entitlement> against) {
        if (against.stream().anyMatch(denial -> takesAll(denial, of))) {
            return Effectiveness.OVERRIDDEN;
        }
        if (!against.isEmpty()) {
            return Effectiveness.PARTIAL;
        }
        return of.limits().conditions().isEmpty() ? Effectiveness.FULL : Effectiveness.CONDITIONAL;
    }

    private static boolean isInWindow(Entitlement entitlement, Instant now) {
        return entitlement.limits().window().contains(now);
    }

    /** Whether some check is covered by both; every scope covers {@code own}, so scopes always meet. */
    private static boolean meets(Entitlement denial, Entitlement grant) {
        Instance one = denial.limits().instance();
        Instance other = grant.limits().instance();
        return (one == null || other == null || one.equals(other))
                && segments(denial.pattern(), grant.pattern(), (a, b) -> isAny(a) || isAny(b) || a.equals(b));
    }

    /**
     * Whether one denial surely covers every check that the grant covers. Several denials together never cover more than
     * one of them alone could: names are endless, so only a wildcard covers a wildcard.
     */
    private static boolean takesAll(Entitlement denial, Entitlement grant) {
        return denial.limits().conditions().isEmpty()
                && coversPlaces(denial, grant)
                && segments(denial.pattern(), grant.pattern(), (a, b) -> isAny(a) || a.equals(b));
    }

    /** On its own resource the scope of a pattern does not count: there it covers each. */
    private static boolean coversPlaces(Entitlement denial, Entitlement grant) {
        Instance only = denial.limits().instance();
        Instance granted = grant.limits().instance();
        if (only != null) {
            return only.equals(granted);
        }
        return denial.pattern().scope().covers(granted == null ? grant.pattern().scope() : Scope.TENANT);
    }

    private static boolean segments(
            PermissionPattern one, PermissionPattern other, BiPredicate<String, String> matches) {
        return matches.test(one.resource(), other.resource()) && matches.test(one.action(), other.action());
    }

    private static boolean isAny(String segment) {
        return segment.equals("*");
    }
}
