package io.neomt.deploy.cli.platform;

import java.util.concurrent.CountDownLatch;

/**
 * Turns the end of the process (Ctrl-C, {@code SIGTERM}) into an orderly one: the listening thread is interrupted in
 * whatever it does, stops what it started and closes this, and only then the process ends.
 */
public final class ExitSignal implements AutoCloseable {

    private final Thread listener = Thread.currentThread();
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    private ExitSignal() {}

    /** Listens from now on, on behalf of the current thread. */
    public static ExitSignal listen() {
        ExitSignal signal = new ExitSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "neo-stop"));
        return signal;
    }

    /** Waits for the request to end, which is the interruption and nothing else: nothing follows that could disturb stopping. */
    public void await() {
        try {
            never.await();
        } catch (InterruptedException _) {
            // as requested; the thread is free of it now
        }
    }

    /** Says that everything is stopped. */
    @Override
    public void close() {
        done.countDown();
    }

    private void stop() {
        if (done.getCount() > 0) {
            listener.interrupt();
        }
        try {
            done.await();
        } catch (InterruptedException _) {
            // Nobody interrupts a hook; if somebody does, the process may end.
            Thread.currentThread().interrupt();
        }
    }
}
