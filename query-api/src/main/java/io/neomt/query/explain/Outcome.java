package io.neomt.query.explain;

import io.neomt.permission.Circumstances;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Instance;
import io.neomt.permission.Limits;
import io.neomt.query.check.Inquiry;
import java.time.Instant;

/** What became of a grant or denial of the very action that was asked about. */
public enum Outcome {
    APPLIES,
    /** It is on another resource. */
    OTHER_RESOURCE,
    /** Its scope does not reach as far as what was asked. */
    SCOPE_TOO_NARROW,
    NOT_YET_VALID,
    EXPIRED,
    CONDITION_FALSE,
    /** A condition cannot be evaluated: such a grant does not exist, such a denial does. */
    CONDITION_UNDECIDABLE;

    static Outcome of(Entitlement entitlement, Inquiry inquiry) {
        Limits limits = entitlement.limits();
        Instance only = limits.instance();
        if (only != null) {
            boolean asked =
                    inquiry.resource() != null && only.equals(inquiry.resource().instance());
            return asked ? of(limits, inquiry.circumstances()) : OTHER_RESOURCE;
        }
        return entitlement.pattern().covers(inquiry.code()) ? of(limits, inquiry.circumstances()) : SCOPE_TOO_NARROW;
    }

    private static Outcome of(Limits limits, Circumstances circumstances) {
        Instant now = circumstances.now();
        if (now != null && now.isBefore(limits.window().validFrom())) {
            return NOT_YET_VALID;
        }
        if (now != null && !now.isBefore(limits.window().expiresAt())) {
            return EXPIRED;
        }
        return switch (limits.test(circumstances)) {
            case TRUE -> APPLIES;
            case FALSE -> CONDITION_FALSE;
            case UNDECIDABLE -> CONDITION_UNDECIDABLE;
        };
    }
}
