package io.neomt.migration.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Does something at stated times, once for all processes that have the same timetable. */
public final class Timetable implements AutoCloseable {

    /** Clocks are set and machines sleep: nothing is waited for in one go for longer. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Function<Instant, Optional<Instant>> next;
    private final InstantSource clock;
    private final Duty duty;
    private final ScheduledExecutorService timer;

    /** What is done. */
    public interface Duty {

        /** @return whether it is this process's turn to do what is due then */
        boolean take(Instant due);

        void fulfil(Instant due);

        /** Whose turn it is could not be found out, or it could not be done. */
        void failed(RuntimeException failure);
    }

    /** @param next the first time after another at which something is due; empty for never */
    public Timetable(Function<Instant, Optional<Instant>> next, InstantSource clock, Duty duty, String owner) {
        this.next = next;
        this.clock = clock;
        this.duty = duty;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(owner + "-timetable").factory());
    }

    public void start() {
        plan(clock.instant());
    }

    private void plan(Instant after) {
        next.apply(after).ifPresent(this::await);
    }

    private void await(Instant due) {
        Duration left = Duration.between(clock.instant(), due);
        if (left.isPositive()) {
            Duration wait = left.compareTo(LONGEST) < 0 ? left : LONGEST;
            ScheduledFuture<?> unused = timer.schedule(() -> await(due), wait.toNanos(), TimeUnit.NANOSECONDS);
        } else {
            arrived(due);
            plan(clock.instant());
        }
    }

    private void arrived(Instant due) {
        try {
            if (duty.take(due)) {
                duty.fulfil(due);
            }
        } catch (RuntimeException e) {
            // the next time comes all the same
            duty.failed(e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
