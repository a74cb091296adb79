package io.neomt.projection.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.EngineListener;
import io.neomt.projection.kernel.Parked;
import io.neomt.projection.kernel.ParkingLot;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs what the engine does. */
public final class EngineTelemetry implements EngineListener {

    private static final Logger LOG = LoggerFactory.getLogger(EngineTelemetry.class);

    private final MeterRegistry metrics;
    private final BiConsumer<TenantId, Duration> retry;
    private final Stopping stopping;
    private final ParkingLot lot;

    /**
     * @param retry calls the engine again after the delay
     * @param stopping is told when the process is broken
     * @param lot remembers what is parked
     */
    public EngineTelemetry(
            MeterRegistry metrics, BiConsumer<TenantId, Duration> retry, Stopping stopping, ParkingLot lot) {
        this.metrics = metrics;
        this.retry = retry;
        this.stopping = stopping;
        this.lot = lot;
    }

    @Override
    public void applied(String projection, TenantId tenant, List<EventEnvelope> events) {
        counter("projection.events", projection).increment(events.size());
        if (LOG.isDebugEnabled()) {
            events.forEach(event -> trace(projection, event));
        }
    }

    private static void trace(String projection, EventEnvelope event) {
        LOG.atDebug()
                .addKeyValue("tenant_id", event.tenantId())
                .addKeyValue("correlation_id", event.metadata().correlationId())
                .addKeyValue("causation_id", event.metadata().causationId())
                .addKeyValue("traceparent", event.metadata().traceparent())
                .log("{} has applied {} at {}", projection, event.type().wireName(), event.position());
    }

    @Override
    public void rebuilt(String projection, TenantId tenant, Position position) {
        counter("projection.rebuilds", projection).increment();
        LOG.atInfo().addKeyValue("tenant_id", tenant).log("{} was rebuilt at {}", projection, position);
    }

    @Override
    public void retryLater(String projection, TenantId tenant, Duration delay, Throwable cause) {
        counter("projection.retries", projection).increment();
        LOG.atWarn()
                .addKeyValue("tenant_id", tenant)
                .log("{} is tried again in {} ms: {}", projection, delay.toMillis(), cause.toString());
        retry.accept(tenant, delay);
    }

    @Override
    public void parked(Parked parked, Throwable cause) {
        counter("projection.parked", parked.projection()).increment();
        LOG.atError()
                .addKeyValue("tenant_id", parked.tenant())
                .setCause(cause)
                .log("{} is parked at {}: the tenant's later events wait", parked.projection(), parked.position());
        lot.park(parked);
    }

    @Override
    public void freed(Parked parked) {
        counter("projection.freed", parked.projection()).increment();
        LOG.atInfo()
                .addKeyValue("tenant_id", parked.tenant())
                .log("{} has moved on from {}", parked.projection(), parked.position());
        lot.free(parked);
    }

    @Override
    public void stopped(Throwable cause) {
        LOG.error("the projections stop: the process cannot be trusted any more", cause);
        stopping.because(cause);
    }

    private Counter counter(String name, String projection) {
        return metrics.counter(name, "projection", projection);
    }
}
