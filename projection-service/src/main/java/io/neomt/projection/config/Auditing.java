package io.neomt.projection.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.config.ProjectionProperties;
import io.neomt.commons.config.ServiceName;
import io.neomt.projection.catchup.CatchUp;
import io.neomt.projection.catchup.Look;
import io.neomt.projection.catchup.Retries;
import io.neomt.projection.catchup.Workers;
import io.neomt.projection.kernel.Backoff;
import io.neomt.projection.kernel.ParkingLot;
import io.neomt.projection.kernel.TenantEngine;
import io.neomt.projection.store.AuditProjection;
import io.neomt.projection.store.Heads;
import io.neomt.projection.store.StoredEvents;
import io.neomt.projection.store.TenantSchemas;
import io.neomt.projection.stream.Aside;
import io.neomt.projection.stream.Ownership;
import io.neomt.projection.telemetry.EngineTelemetry;
import io.neomt.projection.telemetry.Lag;
import io.neomt.projection.telemetry.Moves;
import io.neomt.projection.telemetry.Stopping;
import io.neomt.projection.telemetry.Watched;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * The audit log's own engine, with threads of its own: whatever becomes of it, rows and sets go on, and what becomes of
 * those does not keep it from going on.
 */
final class Auditing implements AutoCloseable {

    private static final long MOST_WAITING = 20_000;

    private final ExecutorService workers;
    private final Retries retries;
    private final CatchUp catchUp;
    private final Aside aside;
    private final Watched watched;

    Auditing(
            TenantSchemas schemas,
            StoredEvents events,
            Heads heads,
            Ownership ownership,
            Stopping stopping,
            ParkingLot parked,
            ProjectionProperties.Projection settings,
            ServiceName service,
            MeterRegistry metrics) {
        String owner = service.value() + "-audit";
        workers = Workers.bounded(owner, Math.max(1, settings.workers() / 4));
        retries = new Retries(this::engine, workers, owner);
        TenantEngine engine = new TenantEngine(
                events,
                List.of(new AuditProjection(schemas, events)),
                EngineConfiguration::classify,
                new EngineTelemetry(metrics, retries::retry, stopping, parked),
                new Backoff(settings.firstRetry(), settings.longestRetry()),
                settings.batchSize());
        watched = watch(engine, events, metrics);
        aside = new Aside(engine, workers, MOST_WAITING);
        // what is parked is watched over for all engines together; nothing else says where the log is: it is where it
        // is
        // believed to be
        Look look = new Look(heads, _ -> Optional.empty(), engine, ownership::owns, watched);
        catchUp = new CatchUp(() -> {}, look, engine, workers, settings.catchUpInterval(), owner);
    }

    private static Watched watch(TenantEngine engine, StoredEvents events, MeterRegistry metrics) {
        Lag lag = new Lag(engine.projections(), events::oldest, Clock.systemUTC());
        lag.bind(metrics, () -> engine);
        Moves moves = new Moves(engine.projections(), Clock.systemUTC());
        moves.bind(metrics);
        return new Watched(engine, lag, moves);
    }

    private TenantEngine engine() {
        return watched.engine();
    }

    void start() {
        catchUp.start();
    }

    Aside aside() {
        return aside;
    }

    Watched watched() {
        return watched;
    }

    @Override
    public void close() {
        catchUp.close();
        retries.close();
        workers.shutdownNow();
    }
}
