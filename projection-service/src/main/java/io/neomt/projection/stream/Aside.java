package io.neomt.projection.stream;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.TenantEngine;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands deliveries to an engine for which nobody waits. While too much of them waits to be worked on, only how far they went
 * is handed on: they are in the store.
 */
public final class Aside {

    private static final Logger LOG = LoggerFactory.getLogger(Aside.class);

    private final TenantEngine engine;
    private final ExecutorService workers;
    private final long most;
    private final AtomicLong waiting = new AtomicLong();

    /**
     * @param workers bounded, and nobody else's
     * @param most how many events may wait
     */
    public Aside(TenantEngine engine, ExecutorService workers, long most) {
        this.engine = engine;
        this.workers = workers;
        this.most = most;
    }

    void deliver(TenantId tenant, List<EventEnvelope> events, Position upTo) {
        int size = events.size();
        boolean room = waiting.addAndGet(size) <= most;
        List<EventEnvelope> kept = room ? events : List.of();
        try {
            workers.execute(() -> {
                waiting.addAndGet(-size);
                engine.deliver(tenant, kept, upTo);
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("the service is stopping: tenant {} is caught up after the next start", tenant, e);
        }
    }
}
