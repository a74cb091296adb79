package io.neomt.projection.config;

import io.neomt.commons.config.NeoProperties;
import io.neomt.commons.config.ProjectionProperties;
import io.neomt.commons.config.ServiceName;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.registry.ConfluentFrame;
import io.neomt.event.registry.SchemaRegistry;
import io.neomt.projection.audit.AuditRow;
import io.neomt.projection.cache.Generations;
import io.neomt.projection.cache.PermissionSetProjection;
import io.neomt.projection.cache.SetBlueprint;
import io.neomt.projection.cache.SetCache;
import io.neomt.projection.kernel.EventLog;
import io.neomt.projection.rebuild.Blueprint;
import io.neomt.projection.rebuild.Recipe;
import io.neomt.projection.rebuild.Recipes;
import io.neomt.projection.store.PublishedEvents;
import io.neomt.projection.store.Relayed;
import io.neomt.projection.store.SchemaBlueprint;
import io.neomt.projection.store.ShadowSets;
import io.neomt.projection.store.StoredEvents;
import io.neomt.projection.store.TenantSchemas;
import io.neomt.projection.store.TenantSetReader;
import io.neomt.projection.stream.TopicCopies;
import io.neomt.projection.stream.TopicCopy;
import io.neomt.projection.tenantschema.TenantSchema;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.RedisClient;

/** How each view is made anew. */
@Configuration(proxyBeanMethods = false)
class RecipesConfiguration {

    private static final String ROWS = "rows";
    private static final String STORE = "store";
    private static final String TOPIC = "topic";

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

    @Bean
    TopicCopies topicCopies(
            NeoProperties.Kafka kafka,
            NeoProperties.Events events,
            ServiceName service,
            SchemaRegistry registry,
            AvroEventCodec codec,
            StoredEvents store,
            AdminDatabase database) {
        return new TopicCopies(
                kafka.bootstrapServers(),
                events.topic(),
                service.value(),
                new ConfluentFrame(registry, codec),
                store,
                new Relayed(database)::all);
    }

    /** Sets are made from rows: where those were wrong, the sets were, too. */
    @Bean
    Recipes recipes(TenantSchemas schemas, StoredEvents store, SetBlueprint sets, TopicCopies copies) {
        Function<EventLog, Blueprint> rows = log -> SchemaBlueprint.ofRows(schemas, log, sets::replace);
        Function<EventLog, Blueprint> rowsForSets = log -> sets.of(new ShadowSets(schemas, log));
        Function<EventLog, Blueprint> audit = log -> SchemaBlueprint.ofAudit(schemas, new PublishedEvents(log, store));
        return new Recipes()
                .view(TenantSchema.NAME, STORE, rows.apply(store))
                .also(TenantSchema.NAME, TOPIC, fromTopic(copies, store, rows))
                .view(PermissionSetProjection.NAME, ROWS, sets)
                .also(PermissionSetProjection.NAME, STORE, Recipe.of(rowsForSets.apply(store)))
                .also(PermissionSetProjection.NAME, TOPIC, fromTopic(copies, store, rowsForSets))
                .view(AuditRow.PROJECTION, STORE, audit.apply(store))
                .also(AuditRow.PROJECTION, TOPIC, fromTopic(copies, store, audit));
    }

    private static Recipe fromTopic(TopicCopies copies, StoredEvents store, Function<EventLog, Blueprint> made) {
        return (tenants, goOn) -> {
            // what was skipped or patched until now
            store.refresh();
            TopicCopy copy = copies.copy(tenants, goOn);
            return new Recipe.Prepared(made.apply(copy), copy::close);
        };
    }
}
