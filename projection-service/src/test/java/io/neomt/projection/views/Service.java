package io.neomt.projection.views;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.projection.cache.CacheFailures;
import io.neomt.projection.cache.Generations;
import io.neomt.projection.cache.PermissionSetProjection;
import io.neomt.projection.cache.SetBlueprint;
import io.neomt.projection.cache.SetCache;
import io.neomt.projection.kernel.Backoff;
import io.neomt.projection.kernel.EngineListener;
import io.neomt.projection.kernel.Failure;
import io.neomt.projection.kernel.Parked;
import io.neomt.projection.kernel.TenantEngine;
import io.neomt.projection.store.SchemaBlueprint;
import io.neomt.projection.store.StoreFailures;
import io.neomt.projection.store.StoredEvents;
import io.neomt.projection.store.TenantSchemaProjection;
import io.neomt.projection.store.TenantSchemas;
import io.neomt.projection.store.TenantSetReader;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import redis.clients.jedis.UnifiedJedis;

/** What one process of the service has, without Kafka. */
final class Service implements EngineListener {

    final StoredEvents events;
    final SetCache cache;
    final TenantSchemaProjection rows;
    final PermissionSetProjection sets;
    final SetBlueprint blueprint;
    final SchemaBlueprint schemaBlueprint;
    final TenantEngine engine;
    final Queue<Throwable> retried = new ConcurrentLinkedQueue<>();
    final Queue<Throwable> parked = new ConcurrentLinkedQueue<>();
    final Queue<String> rebuilt = new ConcurrentLinkedQueue<>();

    Service(World world, UnifiedJedis redis) {
        TenantSchemas schemas = new TenantSchemas(world.directory, world.connections);
        events = new StoredEvents(world.admin, new AvroEventCodec());
        cache = new SetCache(redis);
        rows = new TenantSchemaProjection(schemas);
        TenantSetReader reader = new TenantSetReader(schemas);
        sets = new PermissionSetProjection(cache, reader, _ -> {});
        blueprint = new SetBlueprint(cache, new Generations(redis), reader, events, Duration.ofSeconds(20));
        schemaBlueprint = SchemaBlueprint.ofRows(schemas, events, blueprint::replace);
        engine = new TenantEngine(
                events,
                List.of(rows, sets),
                Service::classify,
                this,
                new Backoff(Duration.ofMillis(1), Duration.ofMillis(1)),
                50);
    }

    private static Failure classify(Throwable thrown) {
        return StoreFailures.classify(thrown)
                .or(() -> CacheFailures.classify(thrown))
                .orElseGet(() -> Failure.ofUnknown(thrown));
    }

    @Override
    public void applied(String projection, TenantId tenant, List<EventEnvelope> events) {}

    @Override
    public void rebuilt(String projection, TenantId tenant, Position position) {
        rebuilt.add(projection);
    }

    @Override
    public void retryLater(String projection, TenantId tenant, Duration delay, Throwable cause) {
        retried.add(cause);
    }

    @Override
    public void parked(Parked what, Throwable cause) {
        parked.add(cause);
    }

    @Override
    public void freed(Parked what) {
        // nothing is written down here
    }

    @Override
    public void stopped(Throwable cause) {
        throw new IllegalStateException(cause);
    }
}
