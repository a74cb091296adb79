package io.neomt.query.check;

import io.neomt.permission.Decision;

/** Which of two decisions counts that come from independent sets of one user. */
final class Strength {

    private Strength() {}

    /** Of equally strong ones the first. */
    static Decision stronger(Decision one, Decision other) {
        return of(other) > of(one) ? other : one;
    }

    private static int of(Decision decision) {
        return switch (decision) {
            case Decision.Denied denied -> denied.undecidable() == null ? 6 : 5;
            case Decision.Allowed _ -> 4;
            case Decision.NotGranted nothing -> nothing.undecidable() == null ? 2 : 3;
            case Decision.Blocked(var cause) -> cause == Decision.Cause.USER_UNKNOWN ? 0 : 1;
        };
    }
}
