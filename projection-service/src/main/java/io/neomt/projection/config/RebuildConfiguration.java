package io.neomt.projection.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.config.ProjectionProperties;
import io.neomt.commons.config.ServiceName;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.security.Guard;
import io.neomt.event.TenantId;
import io.neomt.projection.catchup.Workers;
import io.neomt.projection.kernel.Failure;
import io.neomt.projection.rebuild.RebuildWorker;
import io.neomt.projection.rebuild.Recipes;
import io.neomt.projection.rebuild.Reconciler;
import io.neomt.projection.store.Heads;
import io.neomt.projection.store.RebuildOrders;
import io.neomt.projection.store.RebuildReader;
import io.neomt.projection.store.RebuildRows;
import io.neomt.projection.store.TenantSchemas;
import io.neomt.projection.stream.Ownership;
import io.neomt.projection.stream.TopicCopies;
import io.neomt.projection.telemetry.DriftTelemetry;
import io.neomt.projection.web.RebuildController;
import io.neomt.projection.web.Tenants;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes views anew while everything goes on. */
@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

    /** Threads of their own, few of them: deliveries and repairs come first. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService rebuilders(ServiceName service, ProjectionProperties.Rebuild settings) {
        return Workers.bounded(service.value() + "-rebuild", settings.workers());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    RebuildWorker rebuildWorker(
            AdminDatabase database,
            Recipes recipes,
            ExecutorService rebuilders,
            ProjectionProperties.Rebuild settings,
            ServiceName service) {
        String owner = service.value() + "/" + UUID.randomUUID();
        return new RebuildWorker(
                new RebuildRows(database, owner, recipes.views(), settings.lease(), settings.keep()),
                recipes,
                thrown -> TopicCopies.passes(thrown) || EngineConfiguration.classify(thrown) instanceof Failure.Retry,
                rebuilders,
                service.value());
    }

    @Bean
    RebuildOrders rebuildOrders(AdminDatabase database, ProjectionProperties.Rebuild settings) {
        return new RebuildOrders(database, settings.keep());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Reconciler reconciler(
            AdminDatabase database,
            TenantSchemas schemas,
            Recipes recipes,
            RebuildOrders orders,
            RebuildWorker worker,
            Ownership ownership,
            ProjectionProperties.Rebuild settings,
            MeterRegistry metrics,
            ServiceName service) {
        Heads heads = new Heads(database);
        return new Reconciler(
                () -> heads.all().entrySet().stream()
                        .filter(each -> ownership.owns(each.getKey()))
                        .filter(each -> isSmall(each.getValue(), settings))
                        .map(Map.Entry::getKey)
                        .filter(schemas::has)
                        .toList(),
                recipes,
                (view, tenant) -> {
                    Map<TenantId, Heads.Head> all = heads.all();
                    all.keySet().retainAll(Set.of(tenant));
                    orders.begin(
                            new RebuildOrders.Order(
                                    view, recipes.usualSource(view), tenant, true, false, "the reconciler"),
                            all);
                    worker.wake();
                },
                new DriftTelemetry(metrics, recipes.views()),
                settings.reconcileInterval(),
                service.value());
    }

    private static boolean isSmall(Heads.Head head, ProjectionProperties.Rebuild settings) {
        long events = head.position().value();
        return events > 0 && events <= settings.reconcileLargest();
    }

    @Bean
    RebuildController rebuildController(
            AdminDatabase database,
            Recipes recipes,
            RebuildWorker worker,
            RebuildOrders orders,
            Tenants tenants,
            Guard guard) {
        return new RebuildController(
                recipes.sources(),
                orders,
                new RebuildReader(database),
                new Heads(database),
                tenants,
                guard,
                worker::wake);
    }
}
