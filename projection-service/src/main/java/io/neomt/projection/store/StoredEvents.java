package io.neomt.projection.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static io.neomt.view.jooq.admin.eventstore.Tables.INTERVENTION;
import static io.neomt.view.jooq.admin.eventstore.Tables.TENANT_HEAD;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.EventMetadata;
import io.neomt.event.Position;
import io.neomt.event.ProjectionEvent.EventSkipped;
import io.neomt.event.TenantId;
import io.neomt.event.codec.Decoded;
import io.neomt.event.codec.EventCodec;
import io.neomt.event.codec.UndecodableEventException;
import io.neomt.projection.kernel.EventLog;
import io.neomt.projection.kernel.UnreadableEventException;
import io.neomt.view.jooq.admin.eventstore.tables.records.EventRecord;
import io.neomt.view.jooq.admin.eventstore.tables.records.InterventionRecord;
import io.neomt.view.store.StoredRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

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
        Result<Record> rows = database.read(dsl -> dsl.select(EVENT.fields())
                .select(INTERVENTION.fields())
                .from(EVENT)
                .leftJoin(INTERVENTION)
                .on(INTERVENTION.TENANT_ID.eq(EVENT.TENANT_ID))
                .and(INTERVENTION.POSITION.eq(EVENT.POSITION))
                .where(EVENT.TENANT_ID.eq(tenant.value()))
                .and(EVENT.POSITION.gt(after.value()))
                .and(EVENT.POSITION.le(upTo.value()))
                .orderBy(EVENT.POSITION)
                .fetch());
        List<EventEnvelope> events = new ArrayList<>();
        for (Record row : rows) {
            try {
                events.add(envelope(tenant, row.into(EVENT), row.into(INTERVENTION)));
            } catch (UnreadableEventException e) {
                if (events.isEmpty()) {
                    throw e;
                }
                return events;
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

    private EventEnvelope envelope(TenantId tenant, EventRecord row, InterventionRecord instead) {
        EventMetadata metadata = StoredRow.metadata(row);
        if (instead.getPosition() == null) {
            return new EventEnvelope(
                    metadata,
                    event(metadata, row.getType(), row.getSchemaFingerprint(), row.getPayload()),
                    StoredRow.hash(row));
        }
        @Nullable String type = instead.getType();
        return new EventEnvelope(
                metadata,
                type == null
                        ? new EventSkipped(tenant, metadata.position(), "", "")
                        : event(metadata, type, instead.getSchemaFingerprint(), instead.getPayload()),
                StoredRow.hash(row));
    }

    private Event event(EventMetadata metadata, String type, long fingerprint, byte[] payload) {
        try {
            return switch (codec.decode(type, fingerprint, payload)) {
                case Decoded.Known known -> known.event();
                case Decoded.Unknown _ -> throw unreadable(metadata, type, "this release does not know the type", null);
            };
        } catch (UndecodableEventException e) {
            throw unreadable(metadata, type, "its payload cannot be decoded", e);
        }
    }

    private static UnreadableEventException unreadable(
            EventMetadata metadata, String type, String what, @Nullable Throwable cause) {
        return new UnreadableEventException(
                metadata.tenantId(), metadata.position(), metadata.id(), type, what + " (" + type + ")", cause);
    }
}
