package io.neomt.e2e;

import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;
import static io.neomt.view.jooq.tenant.Tables.PROJECTION_POSITION;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.EventTail;
import io.neomt.event.TenantId;
import io.neomt.view.SchemaName;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CacheMarker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import redis.clients.jedis.UnifiedJedis;

/**
 * What must hold of a settled platform, whatever happened to it before: positions dense, the topic in the store's
 * order, tenant schemas and Redis equal to a fold of the log.
 */
public final class Invariants {

    private final EventLog log;
    private final DSLContext admin;
    private final DSLContext shared;
    private final UnifiedJedis redis;
    private final String bootstrapServers;
    private final String topic;

    Invariants(DSLContext admin, DSLContext shared, UnifiedJedis redis, String bootstrapServers, String topic) {
        this.log = new EventLog(admin);
        this.admin = admin;
        this.shared = shared;
        this.redis = redis;
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /** Waits until the views of these tenants stand at the heads of their logs, and holds them against the logs. */
    void verify(Collection<String> tenants) {
        tenants.forEach(this::verifyViews);
        assertTopicHasTheStoresOrder(tenants);
    }

    /** As {@link #verify}, of the tenant's rows and sets. */
    public void verifyViews(String tenant) {
        UUID id = UUID.fromString(tenant);
        SchemaName schema = new SchemaName(admin.select(TENANTS.SCHEMA_NAME)
                .from(TENANTS)
                .where(TENANTS.ID.eq(id))
                .fetchSingle(TENANTS.SCHEMA_NAME));
        long head = log.head(id);
        Waiting.until(
                "views of " + tenant + " stand at " + head,
                () -> postgresPosition(schema) == head && redisPosition(id) == head);
        TenantView expected = log.fold(id);
        assertThat(PostgresView.read(shared, schema).text())
                .as("schema of %s", tenant)
                .isEqualTo(expected.text());
        RedisView.assertEquals(redis, new TenantId(id), head, expected);
    }

    /** Whether the sets of the tenant are complete, and as far as this at least. */
    public boolean setsReach(String tenant, long position) {
        Map<String, String> fields = redis.hgetAll(CacheKeys.meta(TenantId.of(tenant)));
        if (fields.isEmpty()) {
            return false;
        }
        CacheMarker marker = CacheMarker.ofFields(fields);
        return marker.complete() && marker.position().value() >= position;
    }

    public EventLog log() {
        return log;
    }

    private long postgresPosition(SchemaName schema) {
        return shared.transactionResult(configuration -> {
            configuration.dsl().execute("SET LOCAL search_path TO {0}", DSL.name(schema.value()));
            return configuration
                    .dsl()
                    .select(DSL.coalesce(DSL.max(PROJECTION_POSITION.POSITION), 0L))
                    .from(PROJECTION_POSITION)
                    .where(PROJECTION_POSITION.PROJECTION.eq("tenantschema"))
                    .fetchSingle(0, Long.class);
        });
    }

    private long redisPosition(UUID tenant) {
        String position = redis.hget(CacheKeys.meta(new TenantId(tenant)), "position");
        return position == null ? -1 : Long.parseLong(position);
    }

    private void assertTopicHasTheStoresOrder(Collection<String> tenants) {
        Map<String, List<String>> published = new HashMap<>();
        Map<String, Long> last = new HashMap<>();
        try (EventTail tail = EventTail.open(bootstrapServers, topic, true)) {
            Waiting.until("the topic holds every event", () -> {
                tail.poll(event -> {
                    long previous = last.getOrDefault(event.tenantId(), 0L);
                    if (event.sequence() > previous) { // a duplicate may come, a gap or an inversion may not
                        assertThat(event.sequence())
                                .as("sequence in %s", event.tenantId())
                                .isEqualTo(previous + 1);
                        last.put(event.tenantId(), event.sequence());
                        published
                                .computeIfAbsent(event.tenantId(), _ -> new ArrayList<>())
                                .add(event.id());
                    }
                });
                return tenants.stream()
                        .allMatch(tenant -> last.getOrDefault(tenant, 0L) >= log.head(UUID.fromString(tenant)));
            });
        }
        for (String tenant : tenants) {
            assertThat(published.get(tenant)).as("order of %s", tenant).isEqualTo(log.ids(UUID.fromString(tenant)));
        }
    }
}
