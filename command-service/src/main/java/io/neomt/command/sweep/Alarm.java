package io.neomt.command.sweep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes somebody who waits at the earliest of the times that it was set to. */
public final class Alarm {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition earlier = lock.newCondition();
    private final InstantSource clock;
    private Instant time = Instant.MAX;

    public Alarm(InstantSource clock) {
        this.clock = clock;
    }

    /** Wakes whoever waits at this time, unless it is woken before. */
    public void set(Instant at) {
        lock.lock();
        try {
            if (at.isBefore(time)) {
                time = at;
                earlier.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the first of the times, at most for as long as is said; then all of them are forgotten. */
    public void await(Duration longest) throws InterruptedException {
        Instant end = clock.instant().plus(longest);
        lock.lock();
        try {
            for (Duration left = left(end); left.isPositive(); left = left(end)) {
                earlier.awaitNanos(left.toNanos());
            }
            time = Instant.MAX;
        } finally {
            lock.unlock();
        }
    }

    private Duration left(Instant end) {
        return Duration.between(clock.instant(), time.isBefore(end) ? time : end);
    }
}
