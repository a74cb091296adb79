package io.neomt.projection.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.config.ProjectionProperties;
import io.neomt.commons.config.ServiceName;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.commons.observability.Traces;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.projection.cache.CacheFailures;
import io.neomt.projection.cache.PermissionSetProjection;
import io.neomt.projection.cache.SetCache;
import io.neomt.projection.catchup.Retries;
import io.neomt.projection.catchup.Workers;
import io.neomt.projection.kernel.Backoff;
import io.neomt.projection.kernel.EngineListener;
import io.neomt.projection.kernel.Failure;
import io.neomt.projection.kernel.Projection;
import io.neomt.projection.kernel.TenantEngine;
import io.neomt.projection.store.ParkedTenants;
import io.neomt.projection.store.StoreFailures;
import io.neomt.projection.store.StoredEvents;
import io.neomt.projection.store.TenantSchemaProjection;
import io.neomt.projection.store.TenantSchemas;
import io.neomt.projection.store.TenantSetReader;
import io.neomt.projection.telemetry.EngineTelemetry;
import io.neomt.projection.telemetry.Stopping;
import io.neomt.projection.telemetry.TracedProjection;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine and what it drives. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    AvroEventCodec eventCodec() {
        return new AvroEventCodec();
    }

    @Bean
    StoredEvents storedEvents(AdminDatabase database, AvroEventCodec codec) {
        return new StoredEvents(database, codec);
    }

    @Bean
    TenantSchemas tenantSchemas(TenantDirectory directory, Connections connections) {
        return new TenantSchemas(directory, connections);
    }

    @Bean
    TenantSchemaProjection tenantSchemaProjection(TenantSchemas schemas) {
        return new TenantSchemaProjection(schemas);
    }

    @Bean
    PermissionSetProjection permissionSetProjection(SetCache cache, TenantSchemas schemas, MeterRegistry metrics) {
        Counter written = metrics.counter("permission.set.writes");
        return new PermissionSetProjection(cache, new TenantSetReader(schemas), written::increment);
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService workers(ServiceName service, ProjectionProperties.Projection settings) {
        return Workers.bounded(service.value(), settings.workers());
    }

    /** Repairs have threads of their own: a long one delays no delivery to other tenants. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService repairers(ServiceName service, ProjectionProperties.Projection settings) {
        return Workers.bounded(service.value() + "-repair", Math.max(1, settings.workers() / 2));
    }

    @Bean
    Retries retries(ObjectProvider<TenantEngine> engine, ExecutorService repairers, ServiceName service) {
        return new Retries(engine::getObject, repairers, service.value());
    }

    @Bean
    ParkedTenants parkedTenants(AdminDatabase database) {
        return new ParkedTenants(database);
    }

    @Bean
    EngineListener engineListener(MeterRegistry metrics, Retries retries, Stopping stopping, ParkedTenants parked) {
        return new EngineTelemetry(metrics, retries::retry, stopping, parked);
    }

    @Bean
    TenantEngine tenantEngine(
            StoredEvents events,
            TenantSchemaProjection rows,
            PermissionSetProjection sets,
            EngineListener listener,
            Traces traces,
            ProjectionProperties.Projection settings) {
        return new TenantEngine(
                events,
                Stream.<Projection>of(rows, sets)
                        .<Projection>map(view -> new TracedProjection(view, traces, Clock.systemUTC()))
                        .toList(),
                EngineConfiguration::classify,
                listener,
                new Backoff(settings.firstRetry(), settings.longestRetry()),
                settings.batchSize());
    }

    static Failure classify(Throwable thrown) {
        return StoreFailures.classify(thrown)
                .or(() -> CacheFailures.classify(thrown))
                .orElseGet(() -> Failure.ofUnknown(thrown));
    }
}
