package io.neomt.projection.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.config.ProjectionProperties;
import io.neomt.commons.config.ServiceName;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.security.Guard;
import io.neomt.event.TenantId;
import io.neomt.projection.cache.Generations;
import io.neomt.projection.cache.PermissionSetProjection;
import io.neomt.projection.cache.SetBlueprint;
import io.neomt.projection.cache.SetCache;
import io.neomt.projection.catchup.Workers;
import io.neomt.projection.kernel.Failure;
import io.neomt.projection.rebuild.Blueprint;
import io.neomt.projection.rebuild.RebuildWorker;
import io.neomt.projection.rebuild.Reconciler;
import io.neomt.projection.store.Heads;
import io.neomt.projection.store.RebuildOrders;
import io.neomt.projection.store.RebuildReader;
import io.neomt.projection.store.RebuildRows;
import io.neomt.projection.store.SchemaBlueprint;
import io.neomt.projection.store.StoredEvents;
import io.neomt.projection.store.TenantSchemas;
import io.neomt.projection.store.TenantSetReader;
import io.neomt.projection.stream.Ownership;
import io.neomt.projection.telemetry.DriftTelemetry;
import io.neomt.projection.tenantschema.TenantSchema;
import io.neomt.projection.web.RebuildController;
import io.neomt.projection.web.Tenants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.RedisClient;

/** What makes views anew while everything goes on. */
@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

    /** Of what each view can be made; the usual one first. */
    private static final Map<String, List<String>> SOURCES =
            Map.of(TenantSchema.NAME, List.of("store"), PermissionSetProjection.NAME, List.of("rows"));

    /** Threads of their own, few of them: deliveries and repairs come first. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService rebuilders(ServiceName service, ProjectionProperties.Rebuild settings) {
        return Workers.bounded(service.value() + "-rebuild", settings.workers());
    }

    @Bean
    SetBlueprint setBlueprint(
            SetCache cache,
            RedisClient redis,
            TenantSchemas schemas,
            StoredEvents events,
            ProjectionProperties.Rebuild settings) {
        return new SetBlueprint(
                cache, new Generations(redis), new TenantSetReader(schemas), events, settings.patience());
    }

    /** Sets are made from rows: where those were wrong, the sets were, too. */
    @Bean
    SchemaBlueprint schemaBlueprint(TenantSchemas schemas, StoredEvents events, SetBlueprint sets) {
        return new SchemaBlueprint(schemas, events, sets::replace);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    RebuildWorker rebuildWorker(
            AdminDatabase database,
            SchemaBlueprint rows,
            SetBlueprint sets,
            ExecutorService rebuilders,
            ProjectionProperties.Rebuild settings,
            ServiceName service) {
        String owner = service.value() + "/" + UUID.randomUUID();
        Map<String, Blueprint> blueprints = blueprints(rows, sets);
        return new RebuildWorker(
                new RebuildRows(database, owner, blueprints.keySet(), settings.lease(), settings.keep()),
                blueprints,
                thrown -> EngineConfiguration.classify(thrown) instanceof Failure.Retry,
                rebuilders,
                service.value());
    }

    /** Each is made from those before it. */
    private static SequencedMap<String, Blueprint> blueprints(SchemaBlueprint rows, SetBlueprint sets) {
        SequencedMap<String, Blueprint> all = new LinkedHashMap<>();
        all.put(TenantSchema.NAME, rows);
        all.put(PermissionSetProjection.NAME, sets);
        return all;
    }

    @Bean
    RebuildOrders rebuildOrders(AdminDatabase database, ProjectionProperties.Rebuild settings) {
        return new RebuildOrders(database, settings.keep());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Reconciler reconciler(
            AdminDatabase database,
            TenantSchemas schemas,
            SchemaBlueprint rows,
            SetBlueprint sets,
            RebuildOrders orders,
            RebuildWorker worker,
            Ownership ownership,
            ProjectionProperties.Rebuild settings,
            MeterRegistry metrics,
            ServiceName service) {
        Heads heads = new Heads(database);
        SequencedMap<String, Blueprint> blueprints = blueprints(rows, sets);
        return new Reconciler(
                () -> heads.all().entrySet().stream()
                        .filter(each -> ownership.owns(each.getKey()))
                        .filter(each -> isSmall(each.getValue(), settings))
                        .map(Map.Entry::getKey)
                        .filter(schemas::has)
                        .toList(),
                blueprints,
                (view, tenant) -> {
                    Map<TenantId, Heads.Head> all = heads.all();
                    all.keySet().retainAll(Set.of(tenant));
                    orders.begin(
                            new RebuildOrders.Order(
                                    view,
                                    SOURCES.getOrDefault(view, List.of("")).getFirst(),
                                    tenant,
                                    true,
                                    false,
                                    "the reconciler"),
                            all);
                    worker.wake();
                },
                new DriftTelemetry(metrics, blueprints.keySet()),
                settings.reconcileInterval(),
                service.value());
    }

    private static boolean isSmall(Heads.Head head, ProjectionProperties.Rebuild settings) {
        long events = head.position().value();
        return events > 0 && events <= settings.reconcileLargest();
    }

    @Bean
    RebuildController rebuildController(
            AdminDatabase database, RebuildWorker worker, RebuildOrders orders, Tenants tenants, Guard guard) {
        return new RebuildController(
                SOURCES, orders, new RebuildReader(database), new Heads(database), tenants, guard, worker::wake);
    }
}
