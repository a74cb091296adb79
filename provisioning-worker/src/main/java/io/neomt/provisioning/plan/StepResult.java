package io.neomt.provisioning.plan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt at a step ended.
 *
 * @param attempt from 1
 * @param detail for a person who looks; null where there is nothing to say
 */
public record StepResult(
        Step step,
        int attempt,
        Outcome outcome,
        long millis,
        @Nullable String detail) {

    /** What came of it. */
    public enum Outcome {
        DONE,
        FAILED,
        WAITING,
        COMPENSATED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
