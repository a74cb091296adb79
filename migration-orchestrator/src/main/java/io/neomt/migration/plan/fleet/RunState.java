package io.neomt.migration.plan.fleet;

import java.util.Arrays;
import java.util.Locale;

/** Where a run is. */
public enum RunState {
    /** An orchestrator works at it, or will as soon as one is there. */
    RUNNING,
    /** Somebody has paused it; what was under way has ended. */
    PAUSED,
    /** It has stopped by itself; when what it says is repaired it can be resumed. */
    STOPPED,
    DONE,
    ABORTED;

    /** Whether it still holds its schemas. */
    public boolean open() {
        return this != DONE && this != ABORTED;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RunState of(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state of a run: " + text));
    }
}
