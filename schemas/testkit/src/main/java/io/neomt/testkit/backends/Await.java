package io.neomt.testkit.backends;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a state instead of sleeping: asks again and again until the state is there or a deadline has passed. */
public final class Await {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final long SHORTEST_NANOS = 1_000_000;
    private static final long LONGEST_NANOS = 50_000_000;

    private Await() {}

    /** @param what completes the sentence "waited for …" */
    public static void until(String what, BooleanSupplier reached) {
        until(what, DEADLINE, reached);
    }

    /** @throws AssertionError naming {@code what} when the deadline passes first */
    public static void until(String what, Duration deadline, BooleanSupplier reached) {
        value(what, deadline, reached::getAsBoolean, Boolean::booleanValue);
    }

    public static <T> T value(String what, Supplier<T> source, Predicate<? super T> wanted) {
        return value(what, DEADLINE, source, wanted);
    }

    /**
     * @return the first value that is wanted
     * @throws AssertionError naming {@code what} and the last value when the deadline passes first
     */
    public static <T> T value(String what, Duration deadline, Supplier<T> source, Predicate<? super T> wanted) {
        long began = System.nanoTime();
        long pause = SHORTEST_NANOS;
        while (true) {
            T value = source.get();
            if (wanted.test(value)) {
                return value;
            }
            if (System.nanoTime() - began > deadline.toNanos()) {
                throw new AssertionError("waited " + deadline.toMillis() + " ms for " + what + "; last: " + value);
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, LONGEST_NANOS);
        }
    }
}
