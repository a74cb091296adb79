package io.neomt.permission;

import java.util.ArrayList;
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
        @Nullable Ruling own = null;
        @Nullable Ruling team = null;
        @Nullable Ruling tenant = null;
        List<Ruling> limited = new ArrayList<>();
        for (Entitlement entitlement : entitlements) {
            Ruling ruling = Ruling.of(entitlement);
            if (entitlement.isPlain()) {
                own = deciding(own, ruling, Scope.OWN);
                team = deciding(team, ruling, Scope.TEAM);
                tenant = deciding(tenant, ruling, Scope.TENANT);
            } else {
                limited.add(ruling);
            }
        }
        this.own = own;
        this.team = team;
        this.tenant = tenant;
        this.limited = limited.toArray(Ruling[]::new);
    }

    /** Of those without limits the first denial decides, else the first grant. */
    private static @Nullable Ruling deciding(@Nullable Ruling sofar, Ruling next, Scope scope) {
        if (!next.entitlement().pattern().scope().covers(scope)) {
            return sofar;
        }
        return sofar == null || (!isDenial(sofar) && isDenial(next)) ? next : sofar;
    }

    private static boolean isDenial(Ruling ruling) {
        return ruling.entitlement().effect() == Effect.DENY;
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
