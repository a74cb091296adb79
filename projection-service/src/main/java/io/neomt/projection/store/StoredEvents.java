package io.neomt.projection.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static io.neomt.view.jooq.admin.eventstore.Tables.INTERVENTION;
import static io.neomt.view.jooq.admin.eventstore.Tables.TENANT_HEAD;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.codec.EventCodec;
import io.neomt.projection.kernel.EventLog;
import io.neomt.projection.kernel.UnreadableEventException;
import io.neomt.view.jooq.admin.eventstore.tables.records.EventRecord;
import io.neomt.view.jooq.admin.eventstore.tables.records.InterventionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/** The events as the command service stored them. */
public final class StoredEvents implements EventLog {

    private static final String OLDEST = """
            SELECT min(e.time) FROM eventstore.event e
            JOIN unnest({0}, {1}) AS x (tenant_id, position)
              ON e.tenant_id = x.tenant_id AND e.position = x.position
            """;

    private final AdminDatabase database;
    private final EventCodec codec;
    private final Interventions interventions;

    public StoredEvents(AdminDatabase database, EventCodec codec) {
        this.database = database;
        this.codec = codec;
        this.interventions = new Interventions(database);
    }

    @Override
    public Position head(TenantId tenant) {
        return database.read(dsl -> dsl.select(TENANT_HEAD.POSITION)
                .from(TENANT_HEAD)
                .where(TENANT_HEAD.TENANT_ID.eq(tenant.value()))
                .fetchOptional(TENANT_HEAD.POSITION)
                .map(Position::new)
                .orElse(Position.NONE));
    }

    /** When the first of these events happened; empty when none of them is there. */
    public Optional<Instant> oldest(Map<TenantId, Position> events) {
        List<TenantId> tenants = List.copyOf(events.keySet());
        Columns<TenantId> places =
                new Columns<>(tenants).uuid(TenantId::value).number(tenant -> positionOf(events, tenant));
        return database.read(dsl -> Optional.ofNullable(
                dsl.resultQuery(OLDEST, places.arrays()).coerce(EVENT.TIME).fetchAny(EVENT.TIME)));
    }

    private static long positionOf(Map<TenantId, Position> events, TenantId tenant) {
        return events.getOrDefault(tenant, Position.NONE).value();
    }

    @Override
    public List<EventEnvelope> read(TenantId tenant, Position after, Position upTo) {
        return database.read(dsl -> read(dsl, tenant, after, upTo));
    }

    private List<EventEnvelope> read(DSLContext dsl, TenantId tenant, Position after, Position upTo) {
        List<EventRecord> rows = rows(dsl, tenant, after, upTo);
        Map<Long, InterventionRecord> instead = dsl.selectFrom(INTERVENTION)
                .where(INTERVENTION.TENANT_ID.eq(tenant.value()))
                .and(INTERVENTION.POSITION.gt(after.value()))
                .and(INTERVENTION.POSITION.le(upTo.value()))
                .fetchMap(INTERVENTION.POSITION);
        List<EventEnvelope> events = new ArrayList<>(rows.size());
        for (EventRecord row : rows) {
            try {
                events.add(new StoredEvent(codec, row).applied(instead.get(row.getPosition())));
            } catch (UnreadableEventException e) {
                if (events.isEmpty()) {
                    throw e;
                }
                return events;
            }
        }
        return events;
    }

    private static List<EventRecord> rows(DSLContext dsl, TenantId tenant, Position after, Position upTo) {
        return dsl.selectFrom(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant.value()))
                .and(EVENT.POSITION.gt(after.value()))
                .and(EVENT.POSITION.le(upTo.value()))
                .orderBy(EVENT.POSITION)
                .fetch();
    }

    /**
     * The same events with their hashes, and those that are skipped or patched as they were published, where that can be
     * read.
     *
     * @param events in order
     */
    public List<EventEnvelope> published(TenantId tenant, List<EventEnvelope> events) {
        Set<Position> replaced = replaced(tenant);
        if (events.stream().allMatch(event -> event.hash() != null && !replaced.contains(event.position()))) {
            return events;
        }
        Map<Position, EventEnvelope> stored = published(
                tenant,
                new Position(events.getFirst().position().value() - 1),
                events.getLast().position());
        return events.stream()
                .map(event -> stored.getOrDefault(event.position(), event))
                .toList();
    }

    private Map<Position, EventEnvelope> published(TenantId tenant, Position after, Position upTo) {
        List<EventRecord> rows = database.read(dsl -> rows(dsl, tenant, after, upTo));
        Map<Position, EventEnvelope> events = new HashMap<>();
        for (EventRecord row : rows) {
            try {
                EventEnvelope event = new StoredEvent(codec, row).published();
                events.put(event.position(), event);
            } catch (UnreadableEventException _) {
                // what takes its place is all that can be told
            }
        }
        return events;
    }

    @Override
    public boolean isReplaced(TenantId tenant, Position position) {
        return interventions.of(tenant).contains(position);
    }

    /** Where the tenant's events are otherwise than they were published. */
    public Set<Position> replaced(TenantId tenant) {
        return interventions.of(tenant);
    }

    /** Looks which events were skipped or patched meanwhile. */
    public void refresh() {
        interventions.refresh();
    }
}
