package io.neomt.migration.run;

import java.time.Duration;

/**
 * How a worker shares a database server with those who use it meanwhile.
 *
 * @param rest how long it rests after each schema, as a share of the time that the schema took; 0 for not at all
 */
public record Pace(double rest, Pause pause) {

    /** Lets time pass. */
    public interface Pause {

        void of(Duration time) throws InterruptedException;
    }

    void restAfter(Duration work) throws InterruptedException {
        Duration time = Duration.ofNanos((long) (rest * work.toNanos()));
        if (time.isPositive()) {
            pause.of(time);
        }
    }
}
