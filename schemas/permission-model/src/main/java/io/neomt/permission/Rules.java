package io.neomt.permission;

import static java.util.Comparator.comparing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All grants and denials of one holder with the same first two segments, on every resource of their scopes. */
final class Rules {

    final String resource;
    final String action;
    private final @Nullable Ruling own;
    private final @Nullable Ruling team;
    private final @Nullable Ruling tenant;
    private final Ruling[] limited;

    /** @param entitlements at least one, all with the same first two segments and without an instance */
    Rules(List<Entitlement> entitlements) {
        this.resource = entitlements.getFirst().pattern().resource();
        this.action = entitlements.getFirst().pattern().action();
        this.own = plain(entitlements, Scope.OWN);
        this.team = plain(entitlements, Scope.TEAM);
        this.tenant = plain(entitlements, Scope.TENANT);
        this.limited = entitlements.stream()
                .filter(entitlement -> !entitlement.isPlain())
                .map(Ruling::of)
                .toArray(Ruling[]::new);
    }

    /** The one of those without limits that decides: the first denial, else the first grant. */
    private static @Nullable Ruling plain(List<Entitlement> entitlements, Scope scope) {
        return entitlements.stream()
                .filter(Entitlement::isPlain)
                .filter(entitlement -> entitlement.pattern().scope().covers(scope))
                .min(comparing(entitlement -> entitlement.effect() == Effect.DENY ? 0 : 1))
                .map(Ruling::of)
                .orElse(null);
    }

    Decision decide(Decision sofar, Scope scope, Way way, Circumstances circumstances) {
        Ruling plain = plain(scope);
        Decision decision = plain == null ? sofar : Verdicts.add(sofar, plain, way, circumstances);
        for (int i = 0; i < limited.length && !Verdicts.isFinal(decision); i++) {
            if (limited[i].entitlement().pattern().scope().covers(scope)) {
                decision = Verdicts.add(decision, limited[i], way, circumstances);
            }
        }
        return decision;
    }

    private @Nullable Ruling plain(Scope scope) {
        return switch (scope) {
            case OWN -> own;
            case TEAM -> team;
            case TENANT -> tenant;
        };
    }
}
