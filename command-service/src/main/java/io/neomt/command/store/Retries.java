package io.neomt.command.store;

import java.time.Duration;
import java.util.function.Supplier;

/** Tries again what certainly left nothing behind, a bounded number of times. */
final class Retries {

    private static final int TRIES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

    <T> T run(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (UncertainCommitException e) {
                throw e;
            } catch (RuntimeException e) {
                if (attempt == TRIES || !(Failures.isTransient(e) || Failures.isLostRace(e))) {
                    throw e;
                }
                pause(attempt, e);
            }
        }
    }

    private static void pause(int attempt, RuntimeException failure) {
        try {
            Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (2 * (attempt - 1))));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            failure.addSuppressed(interrupted);
            throw failure;
        }
    }
}
