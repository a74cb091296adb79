package io.neomt.permission;

import io.neomt.permission.Decision.Allowed;
import io.neomt.permission.Decision.Denied;
import io.neomt.permission.Decision.NotGranted;
import java.util.List;

/** All grants and denials of one holder with the same first two segments, on every resource of their scopes. */
final class Rules {

    final String resource;
    final String action;
    private final Decision own;
    private final Decision team;
    private final Decision tenant;
    private final Entitlement[] limited;

    /** @param entitlements at least one, all with the same first two segments and without an instance */
    Rules(List<Entitlement> entitlements) {
        this.resource = entitlements.getFirst().pattern().resource();
        this.action = entitlements.getFirst().pattern().action();
        this.own = plain(entitlements, Scope.OWN);
        this.team = plain(entitlements, Scope.TEAM);
        this.tenant = plain(entitlements, Scope.TENANT);
        this.limited = entitlements.stream()
                .filter(entitlement -> !entitlement.isPlain())
                .toArray(Entitlement[]::new);
    }

    /** What those without limits decide by themselves; made ahead, so that a check has nothing to make. */
    private static Decision plain(List<Entitlement> entitlements, Scope scope) {
        Decision decision = NotGranted.NOTHING;
        for (Entitlement entitlement : entitlements) {
            if (entitlement.isPlain() && entitlement.pattern().scope().covers(scope)) {
                decision = Verdicts.isFinal(decision)
                        ? decision
                        : Verdicts.add(decision, entitlement, Circumstances.UNKNOWN);
            }
        }
        return decision;
    }

    Decision decide(Decision sofar, Scope scope, Limits link, Circumstances circumstances) {
        Decision decision = unlimited(sofar, plain(scope), link, circumstances);
        for (int i = 0; i < limited.length && !Verdicts.isFinal(decision); i++) {
            Entitlement entitlement = limited[i];
            if (entitlement.pattern().scope().covers(scope)) {
                decision = Verdicts.add(decision, CompiledSet.behind(link, entitlement), circumstances);
            }
        }
        return decision;
    }

    private Decision plain(Scope scope) {
        return switch (scope) {
            case OWN -> own;
            case TEAM -> team;
            case TENANT -> tenant;
        };
    }

    private static Decision unlimited(Decision sofar, Decision own, Limits link, Circumstances circumstances) {
        return switch (own) {
            case Denied denied ->
                link.isNone() ? denied : Verdicts.add(sofar, denied.by().through(link), circumstances);
            case Allowed allowed -> allowed(sofar, allowed, link, circumstances);
            case NotGranted _, Decision.Blocked _ -> sofar;
        };
    }

    private static Decision allowed(Decision sofar, Allowed allowed, Limits link, Circumstances circumstances) {
        if (link.isNone()) {
            return sofar instanceof NotGranted ? allowed : sofar;
        }
        return Verdicts.add(sofar, allowed.by().through(link), circumstances);
    }
}
