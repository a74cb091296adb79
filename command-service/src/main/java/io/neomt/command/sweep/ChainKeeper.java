package io.neomt.command.sweep;

import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at start, and then again and again, for events that were appended without a hash, and has them chained: those of
 * before there was a chain, and those of an older release that still runs. Several processes may do so at once.
 */
public final class ChainKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChainKeeper.class);

    private final Supplier<List<TenantId>> unchained;
    private final Consumer<TenantId> chain;
    private final Duration interval;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("command-service-chain").factory());

    /**
     * @param unchained the tenants with such events
     * @param chain chains all of one tenant
     */
    public ChainKeeper(Supplier<List<TenantId>> unchained, Consumer<TenantId> chain, Duration interval) {
        this.unchained = unchained;
        this.chain = chain;
        this.interval = interval;
    }

    public void start() {
        var _ = clock.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            List<TenantId> tenants = unchained.get();
            tenants.forEach(this::chain);
            if (!tenants.isEmpty()) {
                LOG.info("the older events of {} tenants have been chained", tenants.size());
            }
        } catch (RuntimeException e) {
            // the next look comes by itself; without this the rhythm would end here for ever
            LOG.warn("events that have no hash are looked for again: {}", e.toString());
        }
    }

    private void chain(TenantId tenant) {
        if (!clock.isShutdown()) {
            chain.accept(tenant);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
