package io.neomt.query.freshness;

import io.neomt.event.Position;
import java.util.function.Supplier;

/**
 * How new an answer must be, as the caller asked for it.
 *
 * @param token what the caller has already seen; an answer is never older, whatever the mode
 */
public record Requirement(Mode mode, Position token) {

    /** Whatever is at hand will do. */
    public static final Requirement NONE = new Requirement(Mode.MINIMIZE_LATENCY, Position.NONE);

    /** What the answer may be traded for. */
    public enum Mode {
        MINIMIZE_LATENCY,
        FULLY_CONSISTENT
    }

    /**
     * The position that the answer must have reached.
     *
     * @param head reads the newest position of the tenant; asked only when needed
     */
    public Position needed(Supplier<Position> head) {
        return switch (mode) {
            case MINIMIZE_LATENCY -> token;
            case FULLY_CONSISTENT -> max(token, head.get());
        };
    }

    private static Position max(Position one, Position other) {
        return one.isAtLeast(other) ? one : other;
    }
}
