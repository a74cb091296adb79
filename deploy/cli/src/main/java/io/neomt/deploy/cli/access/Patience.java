package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.RefusedException;
import io.neomt.deploy.cli.client.UnreachableException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Looks at work that goes on without whoever looks: a service that gives no answer for a while does not end the
 * looking. Used by one thread.
 */
public final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Duration longest;
    private final PrintWriter err;
    private final String later;

    Patience(Duration longest, PrintWriter err, String later) {
        this.longest = longest;
        this.err = err;
        this.later = later;
    }

    /**
     * For a minute without an answer.
     *
     * @param later the command by which one can look again
     */
    public static Patience of(Session session, String later) {
        return new Patience(LONGEST, session.err(), later);
    }

    /**
     * What is seen as soon as there is an answer.
     *
     * @throws IllegalStateException when there was none for too long
     * @throws RefusedException when the answer is no, which another look would not change
     */
    public <T> T look(Supplier<T> look) {
        long since = System.nanoTime();
        boolean told = false;
        while (true) {
            RuntimeException failed;
            try {
                return look.get();
            } catch (RefusedException failure) {
                if (!failure.isPassing()) {
                    throw failure;
                }
                failed = failure;
            } catch (UnreachableException failure) {
                failed = failure;
            }
            if (System.nanoTime() - since > longest.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException(
                        failed.getMessage() + "; what was begun goes on by itself: " + later + " tells how it stands",
                        failed);
            }
            if (!told) {
                err.println("neo: " + failed.getMessage() + "; looking again for " + longest.toSeconds() + " s");
                err.flush();
                told = true;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
