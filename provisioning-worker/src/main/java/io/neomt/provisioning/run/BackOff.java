package io.neomt.provisioning.run;

import io.neomt.provisioning.run.Outcome.Blocked;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Outcome.Unfinished;
import java.time.Duration;

/** How long a tenant waits before its next attempt. It is never given up. */
public final class BackOff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST_INTERRUPTION = Duration.ofSeconds(10);
    private static final Duration FIRST_BLOCKED = Duration.ofSeconds(1);
    private static final Duration LONGEST_BLOCKED = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 20;

    private BackOff() {}

    /** @param attempts that ended so far, at least 1 */
    public static Duration after(Unfinished outcome, int attempts) {
        return switch (outcome) {
            case Interrupted _ -> doubled(FIRST, LONGEST_INTERRUPTION, attempts);
            case Blocked _ -> doubled(FIRST_BLOCKED, LONGEST_BLOCKED, attempts);
        };
    }

    private static Duration doubled(Duration first, Duration longest, int attempts) {
        Duration wait = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
