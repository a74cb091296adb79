package io.neomt.projection.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.config.ProjectionProperties;
import io.neomt.commons.config.ServiceName;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.observability.HealthProbe;
import io.neomt.projection.cache.SetCache;
import io.neomt.projection.catchup.CatchUp;
import io.neomt.projection.catchup.Look;
import io.neomt.projection.catchup.ParkedWatch;
import io.neomt.projection.kernel.TenantEngine;
import io.neomt.projection.store.Heads;
import io.neomt.projection.store.ParkedTenants;
import io.neomt.projection.store.StoredEvents;
import io.neomt.projection.stream.Ownership;
import io.neomt.projection.telemetry.Lag;
import io.neomt.projection.telemetry.Moves;
import io.neomt.projection.telemetry.ProjectionsProbe;
import io.neomt.projection.telemetry.Stopping;
import io.neomt.projection.telemetry.Watched;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** What watches over the views. */
@Configuration(proxyBeanMethods = false)
class CatchUpConfiguration {

    @Bean
    Lag lag(StoredEvents events, TenantEngine engine, MeterRegistry metrics) {
        Lag lag = new Lag(engine.projections(), events::oldest, Clock.systemUTC());
        lag.bind(metrics, () -> engine);
        return lag;
    }

    @Bean
    Moves moves(TenantEngine engine, MeterRegistry metrics) {
        Moves moves = new Moves(engine.projections(), Clock.systemUTC());
        moves.bind(metrics);
        return moves;
    }

    @Bean
    Watched watchedViews(TenantEngine engine, Lag lag, Moves moves) {
        return new Watched(engine, lag, moves);
    }

    @Bean
    ParkedWatch parkedWatch(
            ParkedTenants parked,
            StoredEvents events,
            List<Watched> watched,
            Ownership ownership,
            ExecutorService repairers) {
        return new ParkedWatch(
                parked, events, watched.stream().map(Watched::engine).toList(), ownership::owns, repairers);
    }

    @Bean(initMethod = "start")
    CatchUp catchUp(
            AdminDatabase database,
            ParkedWatch parkedWatch,
            SetCache cache,
            TenantEngine engine,
            Ownership ownership,
            Watched watchedViews,
            ExecutorService repairers,
            ProjectionProperties.Projection settings,
            ServiceName service) {
        Look look = new Look(new Heads(database), cache::markersIfReachable, engine, ownership::owns, watchedViews);
        return new CatchUp(parkedWatch, look, engine, repairers, settings.catchUpInterval(), service.value());
    }

    @Bean
    HealthProbe projectionsProbe(
            List<Watched> watched,
            Stopping stopping,
            ConcurrentMessageListenerContainer<String, byte[]> container,
            ProjectionProperties.Projection settings) {
        return new ProjectionsProbe(watched, stopping, container::isRunning, settings.deadAfter());
    }
}
