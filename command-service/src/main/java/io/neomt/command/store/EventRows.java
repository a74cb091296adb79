package io.neomt.command.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;

import io.neomt.command.relay.StoredEvent;
import io.neomt.event.EventEnvelope;
import io.neomt.event.EventMetadata;
import io.neomt.event.EventType;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.codec.EncodedEvent;
import io.neomt.event.codec.EventCodec;
import io.neomt.event.codec.UndecodableEventException;
import io.neomt.view.jooq.admin.eventstore.tables.records.EventRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The log of every tenant. */
final class EventRows {

    private EventRows() {}

    static void insert(DSLContext dsl, EventCodec codec, List<EventEnvelope> events) {
        dsl.batchInsert(events.stream().map(event -> row(codec, event)).toList())
                .execute();
    }

    private static EventRecord row(EventCodec codec, EventEnvelope event) {
        EventMetadata metadata = event.metadata();
        EncodedEvent encoded = codec.encode(event.event());
        return new EventRecord(
                metadata.tenantId().value(),
                metadata.position().value(),
                metadata.id(),
                encoded.type().wireName(),
                metadata.subject(),
                metadata.time(),
                metadata.actor(),
                metadata.correlationId(),
                metadata.causationId(),
                metadata.traceparent(),
                encoded.schemaFingerprint(),
                encoded.payload());
    }

    /** The tenant's events after a position, in order. */
    static List<StoredEvent> after(DSLContext dsl, TenantId tenant, Field<Long> position, int limit) {
        return dsl.selectFrom(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant.value()))
                .and(EVENT.POSITION.gt(position))
                .orderBy(EVENT.POSITION)
                .limit(limit)
                .fetch(EventRows::stored);
    }

    private static StoredEvent stored(EventRecord row) {
        EventType type = EventType.ofWireName(row.getType())
                .orElseThrow(() -> new UndecodableEventException(
                        "an event of the type " + row.getType() + " was written by a newer version of this service"));
        return new StoredEvent(
                new EventMetadata(
                        row.getId(),
                        new TenantId(row.getTenantId()),
                        new Position(row.getPosition()),
                        row.getSubject(),
                        row.getTime(),
                        row.getActor(),
                        row.getCorrelationId(),
                        row.getCausationId(),
                        row.getTraceparent()),
                new EncodedEvent(type, row.getSchemaFingerprint(), row.getPayload()));
    }
}
