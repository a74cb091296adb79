package io.neomt.migration.run;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Looks for runs to work at, again and again; at once when it is told of one. Two are worked at side by side, so that one
 * tenant need not wait for a run over all others.
 */
public final class Works implements AutoCloseable {

    private static final int AT_ONCE = 2;
    private static final long EVERY_MS = 1_000;
    private static final long LONGEST_END_MS = 10_000;

    private final List<Lane> lanes;
    private final Consumer<RuntimeException> onFailure;
    private final ScheduledExecutorService timer;

    /** @param busy held by the one thread that works */
    private record Lane(Conductor conductor, ReentrantLock busy) {}

    /**
     * @param runs for a worker of this name
     * @param onFailure told what kept it from working; it tries again
     * @param name of the threads
     */
    public Works(
            Function<String, Runs> runs,
            SchemaMigrator migrator,
            Pace pace,
            RunObserver observer,
            Consumer<RuntimeException> onFailure,
            String name) {
        this.onFailure = onFailure;
        this.lanes = IntStream.range(0, AT_ONCE)
                .mapToObj(_ -> runs.apply(name + "/" + UUID.randomUUID()))
                .map(own -> new Lane(new Conductor(own, migrator, pace, observer), new ReentrantLock()))
                .toList();
        this.timer = Executors.newScheduledThreadPool(
                AT_ONCE,
                Thread.ofPlatform().daemon().name(name + "-migrations-", 0).factory());
    }

    public void start() {
        for (Lane lane : lanes) {
            ScheduledFuture<?> unused =
                    timer.scheduleWithFixedDelay(() -> work(lane), 0, EVERY_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** There is something to work at now. */
    public void wake() {
        try {
            timer.execute(() -> lanes.forEach(this::work));
        } catch (RejectedExecutionException _) {
            // the process is stopping; another one finds it
        }
    }

    private void work(Lane lane) {
        if (!lane.busy().tryLock()) {
            return;
        }
        try {
            lane.conductor().work();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // the timer would stop for ever if this left it
            onFailure.accept(e);
        } finally {
            lane.busy().unlock();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            boolean unused = timer.awaitTermination(LONGEST_END_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
