package io.neomt.query.freshness;

import io.neomt.event.Position;
import io.neomt.query.scene.Seen;
import java.time.Duration;

/** Decides what to do with what a source holds. Pure: the time that has passed is given. */
final class Freshness {

    private static final Verdict SATISFIED = new Verdict.Satisfied();
    private static final Verdict READ_THROUGH = new Verdict.ReadThrough();
    private static final Verdict UNAVAILABLE = new Verdict.Unavailable();

    private Freshness() {}

    /** A cache that is behind usually catches up within milliseconds; one that is broken is not waited for. */
    static Verdict ofCache(Seen seen, Duration waited, Patience patience) {
        return switch (seen) {
            case Seen.Found _ -> SATISFIED;
            case Seen.Behind _ -> waitOr(READ_THROUGH, patience.cache().minus(waited), patience.poll());
            case Seen.Incomplete _, Seen.Unreachable _ -> READ_THROUGH;
        };
    }

    static Verdict ofStore(Position position, Position needed, Duration waited, Patience patience) {
        return position.isAtLeast(needed)
                ? SATISFIED
                : waitOr(UNAVAILABLE, patience.total().minus(waited), patience.poll());
    }

    private static Verdict waitOr(Verdict otherwise, Duration left, Duration poll) {
        if (!left.isPositive()) {
            return otherwise;
        }
        return new Verdict.Wait(left.compareTo(poll) < 0 ? left : poll);
    }
}
