package io.neomt.permission;

import io.neomt.permission.Condition.Outcome;
import io.neomt.permission.Decision.Allowed;
import io.neomt.permission.Decision.Denied;
import io.neomt.permission.Decision.NotGranted;

/**
 * Makes one decision of all that covers what is asked: any denial denies, else any grant allows, else it is denied. What
 * cannot be decided fails closed: such a grant does not exist, such a denial does.
 */
final class Verdicts {

    private Verdicts() {}

    /** What one more grant or denial makes of a decision. */
    static Decision add(Decision sofar, Entitlement entitlement, Circumstances circumstances) {
        return entitlement.effect() == Effect.DENY
                ? denial(sofar, entitlement, circumstances)
                : grant(sofar, entitlement, circumstances);
    }

    /** Whether nothing that could still be found would change it. */
    static boolean isFinal(Decision decision) {
        return decision instanceof Denied denied && denied.undecidable() == null;
    }

    /** A denial that surely exists is stronger than one that is only feared. */
    private static Decision denial(Decision sofar, Entitlement denial, Circumstances circumstances) {
        return switch (denial.limits().test(circumstances)) {
            case FALSE -> sofar;
            case TRUE -> new Denied(denial);
            case UNDECIDABLE ->
                sofar instanceof Denied
                        ? sofar
                        : new Denied(denial, denial.limits().undecidable(circumstances));
        };
    }

    private static Decision grant(Decision sofar, Entitlement grant, Circumstances circumstances) {
        if (!(sofar instanceof NotGranted notGranted)) {
            return sofar;
        }
        Outcome outcome = grant.limits().test(circumstances);
        if (outcome == Outcome.TRUE) {
            return new Allowed(grant);
        }
        return outcome == Outcome.UNDECIDABLE && notGranted.undecidable() == null
                ? new NotGranted(grant.limits().undecidable(circumstances))
                : sofar;
    }
}
