package io.neomt.deploy.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Clients each of which sends as soon as the answer before has come: the most that so many can have done. */
final class ClosedLoop implements AutoCloseable {

    private static final int DIGITS = 3;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private final Histogram taken = new ConcurrentHistogram(DIGITS);
    private final LongAdder answered = new LongAdder();
    private volatile boolean over;

    /** @param clients what each of them does, again and again */
    ClosedLoop(List<Runnable> clients) {
        clients.forEach(client -> running.add(threads.submit(() -> repeat(client))));
    }

    private void repeat(Runnable client) {
        while (!over) {
            long begun = System.nanoTime();
            client.run();
            taken.recordValue(System.nanoTime() - begun);
            answered.increment();
        }
    }

    /** Lets them go on for a while; what was taken before is forgotten. */
    void during(Duration time) throws InterruptedException {
        taken.reset();
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    long answered() {
        return answered.sum();
    }

    double millis(double percentile) {
        return taken.getValueAtPercentile(percentile) / 1e6;
    }

    /**
     * Ends when all of them have ended.
     *
     * @throws IllegalStateException when one of them failed before
     */
    @Override
    public void close() {
        over = true;
        threads.close();
        running.stream()
                .filter(each -> each.state() == Future.State.FAILED)
                .findFirst()
                .ifPresent(failed -> {
                    throw new IllegalStateException("a client has failed", failed.exceptionNow());
                });
    }
}
