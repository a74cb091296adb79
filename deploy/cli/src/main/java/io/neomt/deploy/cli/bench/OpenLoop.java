package io.neomt.deploy.cli.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** Sends at a rate, whatever the answers take. */
final class OpenLoop implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(1);

    private final int perSecond;
    private final LongConsumer one;
    private final long begun = System.nanoTime();
    private final AtomicLong sent = new AtomicLong();
    private final LongAdder answered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ExecutorService clock = Executors.newSingleThreadExecutor();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    /** @param one is told how many were sent before it */
    OpenLoop(int perSecond, LongConsumer one) {
        this.perSecond = perSecond;
        this.one = one;
        clock.execute(this::run);
    }

    private void run() {
        while (!over.get()) {
            long due = (long) ((System.nanoTime() - begun) / 1e9 * perSecond);
            while (sent.get() < due) {
                long number = sent.getAndIncrement();
                senders.execute(() -> send(number));
            }
            LockSupport.parkNanos(TICK.toNanos());
        }
    }

    private void send(long number) {
        try {
            one.accept(number);
            answered.increment();
        } catch (RuntimeException e) {
            // overload shows as refusals, which are counted and told
            failed.increment();
        }
    }

    /** The share of what was sent that has been answered. */
    double kept() {
        return sent.get() == 0 ? 1 : (double) answered.sum() / sent.get();
    }

    long failed() {
        return failed.sum();
    }

    /** Sends no more and waits until all is answered or has failed. */
    @Override
    public void close() {
        over.set(true);
        clock.close();
        senders.close();
    }
}
