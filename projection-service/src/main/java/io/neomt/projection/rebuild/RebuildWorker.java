package io.neomt.projection.rebuild;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for rebuilds that nobody works at, again and again, and for what may be removed of those that are over. */
public final class RebuildWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildWorker.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final Rebuilds rebuilds;
    private final Recipes recipes;
    private final Predicate<Throwable> passing;
    private final ExecutorService workers;
    private final ScheduledExecutorService work;
    private final ScheduledExecutorService watch;
    private volatile @Nullable RebuildRun running;

    /**
     * @param passing whether a failure may be gone next time
     * @param workers on which tenants are worked on: as many at a time as the platform is to bear
     * @param owner before the names of threads
     */
    public RebuildWorker(
            Rebuilds rebuilds, Recipes recipes, Predicate<Throwable> passing, ExecutorService workers, String owner) {
        this.rebuilds = rebuilds;
        this.recipes = recipes;
        this.passing = passing;
        this.workers = workers;
        this.work = timer(owner + "-rebuild");
        this.watch = timer(owner + "-rebuild-watch");
    }

    private static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /** Begins the rhythm. */
    public void start() {
        every(work, this::work);
        every(work, this::sweep);
        every(watch, this::renew);
    }

    private static void every(ScheduledExecutorService timer, Runnable task) {
        ScheduledFuture<?> _ = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        // the timer would stop for ever if this left it
                        LOG.warn("rebuilds cannot be worked at: {}", e.toString());
                    }
                },
                0,
                EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** There is something to do now. */
    public void wake() {
        try {
            work.execute(() -> {
                work();
                sweep();
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("the service is stopping: another one finds it", e);
        }
    }

    private void work() {
        Optional<Claim> claim = rebuilds.claim();
        while (claim.isPresent() && !Thread.currentThread().isInterrupted()) {
            work(claim.get());
            claim = rebuilds.claim();
        }
    }

    private void work(Claim claim) {
        RebuildRun run = new RebuildRun(rebuilds, recipe(claim), passing, claim);
        running = run;
        LOG.info("rebuild {} of {} from {} is worked at", claim.id(), claim.view(), claim.source());
        try {
            run.run(workers);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            run.stop();
            running = null;
        }
    }

    /** To go back nothing has to be made. */
    private Recipe recipe(Claim claim) {
        return claim.back() ? Recipe.of(recipes.usual(claim.view())) : recipes.of(claim.view(), claim.source());
    }

    private void sweep() {
        rebuilds.toSweep().ifPresent(sweep -> {
            recipes.usual(sweep.view()).drop(sweep.generations());
            rebuilds.swept(sweep);
        });
    }

    private void renew() {
        @Nullable RebuildRun run = running;
        if (run != null) {
            run.renew();
        }
    }

    @Override
    public void close() {
        @Nullable RebuildRun run = running;
        if (run != null) {
            run.stop();
        }
        work.shutdownNow();
        watch.shutdownNow();
        try {
            boolean _ = work.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
