package io.neomt.provisioning.registry;

import io.neomt.provisioning.registry.Probed.Failed;
import io.neomt.provisioning.registry.Probed.Reached;
import org.jspecify.annotations.Nullable;

/**
 * How a connection does.
 *
 * @param active whether it is used
 * @param disabledBy who switched it off; null while it is used
 * @param healthy whether the last check succeeded
 * @param failures checks that failed in a row
 * @param successes checks that succeeded in a row
 * @param lastError of the last check; null where it succeeded
 */
public record Health(
        boolean active,
        @Nullable DisabledBy disabledBy,
        boolean healthy,
        int failures,
        int successes,
        @Nullable String lastError) {

    /** One that only came back for a moment is not used again. */
    static final int SUCCESSES_TO_RECOVER = 2;

    private static final int LONGEST_ERROR = 255;

    /** @param maxFailures after how many failed checks in a row it is switched off */
    public Health after(Probed probed, int maxFailures) {
        return switch (probed) {
            case Reached _ -> succeeded();
            case Failed failed -> failed(failed, maxFailures);
        };
    }

    private Health succeeded() {
        int inARow = Math.min(successes + 1, SUCCESSES_TO_RECOVER);
        boolean recovered = disabledBy == DisabledBy.HEALTH && inARow >= SUCCESSES_TO_RECOVER;
        return new Health(active || recovered, recovered ? null : disabledBy, true, 0, inARow, null);
    }

    private Health failed(Failed failed, int maxFailures) {
        int inARow = Math.min(failures, Integer.MAX_VALUE - 1) + 1;
        boolean tooMany = active && inARow >= maxFailures;
        String error = failed.problem() + ": " + failed.message();
        return new Health(
                active && !tooMany,
                tooMany ? DisabledBy.HEALTH : disabledBy,
                false,
                inARow,
                0,
                error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
    }
}
