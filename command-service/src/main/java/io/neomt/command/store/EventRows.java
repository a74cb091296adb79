package io.neomt.command.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;

import io.neomt.command.relay.StoredEvent;
import io.neomt.event.EventEnvelope;
import io.neomt.event.EventHash;
import io.neomt.event.EventMetadata;
import io.neomt.event.EventType;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.chain.EventChain;
import io.neomt.event.codec.EncodedEvent;
import io.neomt.event.codec.EventCodec;
import io.neomt.event.codec.UndecodableEventException;
import io.neomt.view.jooq.admin.eventstore.tables.records.EventRecord;
import io.neomt.view.store.StoredRow;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The log of every tenant. */
final class EventRows {

    private EventRows() {}

    /**
     * Appends events and chains them.
     *
     * @param previous the hash of the event before the first of them
     * @return the hash of the last one
     */
    static EventHash insert(DSLContext dsl, EventCodec codec, List<EventEnvelope> events, EventHash previous) {
        EventHash last = previous;
        List<EventRecord> rows = new ArrayList<>();
        for (EventEnvelope event : events) {
            EventRecord row = row(codec, event);
            last = EventChain.next(last, StoredRow.event(row));
            row.setHash(last.bytes());
            rows.add(row);
        }
        Batches.insert(dsl, EVENT, rows);
        return last;
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
                encoded.payload(),
                metadata.requestId(),
                metadata.reason(),
                null);
    }

    /** The tenant's events after a position, in order, as they are. */
    static List<EventRecord> rows(DSLContext dsl, TenantId tenant, Position after, int limit) {
        return dsl.selectFrom(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant.value()))
                .and(EVENT.POSITION.gt(after.value()))
                .orderBy(EVENT.POSITION)
                .limit(limit)
                .fetch();
    }

    /** The tenant's events after a position, in order. */
    static List<StoredEvent> after(DSLContext dsl, TenantId tenant, Field<Long> position, int limit) {
        Field<Long> after = position.as("after");
        List<StoredEvent> events = new ArrayList<>();
        byte @Nullable [] previous = EventHash.NONE.bytes();
        // with the one before the first, for its hash
        for (Record row : dsl.select(EVENT.fields())
                .select(after)
                .from(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant.value()))
                .and(EVENT.POSITION.ge(position))
                .orderBy(EVENT.POSITION)
                .limit(limit + 1)
                .fetch()) {
            EventRecord event = row.into(EVENT);
            if (event.getPosition() > row.get(after) && events.size() < limit) {
                events.add(stored(event, previous));
            }
            previous = event.getHash();
        }
        return events;
    }

    private static StoredEvent stored(EventRecord row, byte @Nullable [] previous) {
        EventType type = EventType.ofWireName(row.getType())
                .orElseThrow(() -> new UndecodableEventException(
                        "an event of the type " + row.getType() + " was written by a newer version of this service"));
        return new StoredEvent(
                StoredRow.metadata(row),
                new EncodedEvent(type, row.getSchemaFingerprint(), row.getPayload()),
                link(row.getHash(), previous));
    }

    private static StoredEvent.@Nullable Link link(byte @Nullable [] own, byte @Nullable [] previous) {
        return own == null || previous == null ? null : new StoredEvent.Link(EventHash.of(previous), EventHash.of(own));
    }
}
