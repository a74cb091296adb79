package io.neomt.command.kernel;

import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** When things are over. */
public final class Dues {

    private Dues() {}

    /** When the first of them is over; empty when none ever is. */
    public static Optional<Instant> first(Stream<Terms> all) {
        return all.map(terms -> terms.window().expiresAt())
                .filter(until -> !until.equals(Instant.MAX))
                .min(Instant::compareTo);
    }

    public static boolean isOver(Terms terms, Instant now) {
        return !now.isBefore(terms.window().expiresAt());
    }
}
