package io.neomt.permission;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A span of time in whole milliseconds.
 *
 * @param validFrom the first instant inside; {@link Instant#MIN} when it has always begun
 * @param expiresAt the first instant after it; {@link Instant#MAX} when it never ends
 */
public record Window(Instant validFrom, Instant expiresAt) {

    public static final Window ALWAYS = new Window(Instant.MIN, Instant.MAX);

    /** @throws IllegalArgumentException when a bound is finer than a millisecond, which would be lost on the way */
    public Window {
        wholeMilliseconds(validFrom);
        wholeMilliseconds(expiresAt);
    }

    public static Window from(Instant validFrom) {
        return new Window(validFrom, Instant.MAX);
    }

    public static Window until(Instant expiresAt) {
        return new Window(Instant.MIN, expiresAt);
    }

    public boolean contains(Instant now) {
        return !now.isBefore(validFrom) && now.isBefore(expiresAt);
    }

    /** The time that lies in both, which may be none at all. */
    public Window and(Window other) {
        return new Window(
                validFrom.isAfter(other.validFrom) ? validFrom : other.validFrom,
                expiresAt.isBefore(other.expiresAt) ? expiresAt : other.expiresAt);
    }

    private static void wholeMilliseconds(Instant bound) {
        if (!bound.equals(Instant.MAX) && !bound.equals(bound.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException("a window is given in whole milliseconds, not " + bound);
        }
    }
}
