package io.neomt.permission;

import io.neomt.permission.Condition.Outcome;
import io.neomt.permission.Decision.Denied;
import io.neomt.permission.Decision.NotGranted;

/**
 * Makes one decision of all that covers what is asked: any denial denies, else any grant allows, else it is denied. What
 * cannot be decided fails closed: such a grant does not exist, such a denial does. Only what cannot be decided makes an
 * object.
 */
final class Verdicts {

    private Verdicts() {}

    /**
     * What one more grant or denial makes of a decision.
     *
     * @param way by which whoever asks comes to it
     */
    static Decision add(Decision sofar, Ruling ruling, Way way, Circumstances circumstances) {
        return ruling.entitlement().effect() == Effect.DENY
                ? denial(sofar, ruling, way, circumstances)
                : grant(sofar, ruling, way, circumstances);
    }

    /** Whether nothing that could still be found would change it. */
    static boolean isFinal(Decision decision) {
        return decision instanceof Denied denied && denied.undecidable() == null;
    }

    /** A denial that surely exists is stronger than one that is only feared. */
    private static Decision denial(Decision sofar, Ruling ruling, Way way, Circumstances circumstances) {
        return switch (test(ruling, way, circumstances)) {
            case FALSE -> sofar;
            case TRUE -> way.decision(ruling);
            case UNDECIDABLE ->
                sofar instanceof Denied
                        ? sofar
                        : new Denied(way.behind(ruling.entitlement()), undecidable(ruling, way, circumstances));
        };
    }

    private static Decision grant(Decision sofar, Ruling ruling, Way way, Circumstances circumstances) {
        if (!(sofar instanceof NotGranted notGranted)) {
            return sofar;
        }
        Outcome outcome = test(ruling, way, circumstances);
        if (outcome == Outcome.TRUE) {
            return way.decision(ruling);
        }
        return outcome == Outcome.UNDECIDABLE && notGranted.undecidable() == null
                ? new NotGranted(undecidable(ruling, way, circumstances))
                : sofar;
    }

    private static Outcome test(Ruling ruling, Way way, Circumstances circumstances) {
        Outcome open = way.limits().test(circumstances);
        return open == Outcome.FALSE
                ? open
                : open.and(ruling.entitlement().limits().test(circumstances));
    }

    private static String undecidable(Ruling ruling, Way way, Circumstances circumstances) {
        return way.behind(ruling.entitlement()).limits().undecidable(circumstances);
    }
}
