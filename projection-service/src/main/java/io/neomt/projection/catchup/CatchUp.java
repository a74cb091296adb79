package io.neomt.projection.catchup;

import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Survey;
import io.neomt.projection.kernel.TenantEngine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Surveys the tenants in a steady rhythm, and at once when this process is given more of them. */
public final class CatchUp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    private final Runnable before;
    private final Supplier<Map<TenantId, Survey.Seen>> look;
    private final TenantEngine engine;
    private final ExecutorService workers;
    private final ScheduledExecutorService clock;
    private final Duration interval;
    private final Survey survey = new Survey();

    /**
     * @param before each survey
     * @param look at all tenants that this process looks after
     * @param workers on which tenants are worked on, bounded by whoever made it
     */
    public CatchUp(
            Runnable before,
            Supplier<Map<TenantId, Survey.Seen>> look,
            TenantEngine engine,
            ExecutorService workers,
            Duration interval,
            String owner) {
        this.before = before;
        this.look = look;
        this.engine = engine;
        this.workers = workers;
        this.interval = interval;
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(owner + "-catch-up").factory());
    }

    /** Begins the rhythm. */
    public void start() {
        var _ = clock.scheduleWithFixedDelay(this::tick, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Surveys as soon as possible, besides the rhythm. */
    public void soon() {
        if (!clock.isShutdown()) {
            clock.execute(this::tick);
        }
    }

    private void tick() {
        try {
            before.run();
            survey.stragglers(look.get()).forEach(tenant -> workers.execute(() -> engine.catchUp(tenant)));
        } catch (RejectedExecutionException e) {
            LOG.debug("the service is stopping", e);
        } catch (RuntimeException e) {
            // the next one comes by itself; without it the rhythm would end here for ever
            LOG.warn("the tenants could not be surveyed: {}", e.toString());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
