package io.neomt.projection.catchup;

import io.neomt.event.TenantId;
import io.neomt.projection.kernel.TenantEngine;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the engine again for a tenant whose projection failed. */
public final class Retries implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private final Supplier<TenantEngine> engine;
    private final ExecutorService workers;
    private final ScheduledExecutorService clock;

    /** @param engine asked for when it is needed, since the engine needs this one, too */
    public Retries(Supplier<TenantEngine> engine, ExecutorService workers, String owner) {
        this.engine = engine;
        this.workers = workers;
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(owner + "-retries").factory());
    }

    public void retry(TenantId tenant, Duration delay) {
        try {
            var _ = clock.schedule(() -> run(tenant), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the service is stopping: tenant {} is caught up after the next start", tenant, e);
        }
    }

    private void run(TenantId tenant) {
        try {
            workers.execute(() -> engine.get().retry(tenant));
        } catch (RejectedExecutionException e) {
            LOG.debug("the service is stopping: tenant {} is caught up after the next start", tenant, e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
