package io.neomt.migration.run;

import java.time.Duration;

/**
 * How a worker shares a database server with those who use it meanwhile.
 *
 * @param rest how long it rests after each schema, as a share of the time that the schema took, at most a second; 0 for not at all
 */
public record Pace(double rest, Pause pause) {

    /** Whoever waited long for a lock, or for a server, has left enough time to others. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** Lets time pass. */
    public interface Pause {

        void of(Duration time) throws InterruptedException;
    }

    void restAfter(Duration work) throws InterruptedException {
        long nanos = Math.min((long) (rest * work.toNanos()), LONGEST.toNanos());
        if (nanos > 0) {
            pause.of(Duration.ofNanos(nanos));
        }
    }
}
