package io.neomt.projection.views;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static io.neomt.view.jooq.admin.eventstore.Tables.TENANT_HEAD;

import io.neomt.event.EventEnvelope;
import io.neomt.event.EventHash;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.chain.EventChain;
import io.neomt.event.chain.RecordedEvent;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.codec.EncodedEvent;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;

/** Appends to a tenant's log as the command service does, chained. */
final class StoredLog {

    private static final AvroEventCodec CODEC = new AvroEventCodec();

    private StoredLog() {}

    /** What is there already stays as it is. */
    static int append(DSLContext dsl, TenantId tenant, List<EventEnvelope> events) {
        Position to = events.getLast().position();
        dsl.insertInto(TENANT_HEAD, TENANT_HEAD.TENANT_ID, TENANT_HEAD.POSITION)
                .values(tenant.value(), to.value())
                .onConflict(TENANT_HEAD.TENANT_ID)
                .doUpdate()
                .set(TENANT_HEAD.POSITION, to.value())
                .execute();
        List<Query> inserts = new ArrayList<>();
        EventHash last = hashBefore(dsl, tenant, events.getFirst().position());
        for (EventEnvelope event : events) {
            EncodedEvent encoded = CODEC.encode(event.event());
            last = EventChain.next(last, recorded(event, encoded));
            inserts.add(insert(dsl, event, encoded, last));
        }
        return dsl.batch(inserts).execute().length;
    }

    private static EventHash hashBefore(DSLContext dsl, TenantId tenant, Position first) {
        return dsl.select(EVENT.HASH)
                .from(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant.value()))
                .and(EVENT.POSITION.eq(first.value() - 1))
                .fetchOptional(row -> EventHash.of(row.value1()))
                .orElse(EventHash.NONE);
    }

    private static RecordedEvent recorded(EventEnvelope event, EncodedEvent encoded) {
        return new RecordedEvent(
                event.metadata(), encoded.type().wireName(), encoded.schemaFingerprint(), encoded.payload());
    }

    private static Query insert(DSLContext dsl, EventEnvelope envelope, EncodedEvent encoded, EventHash hash) {
        return dsl.insertInto(EVENT)
                .set(EVENT.TENANT_ID, envelope.tenantId().value())
                .set(EVENT.POSITION, envelope.position().value())
                .set(EVENT.ID, envelope.metadata().id())
                .set(EVENT.TYPE, encoded.type().wireName())
                .set(EVENT.SUBJECT, envelope.metadata().subject())
                .set(EVENT.TIME, envelope.metadata().time())
                .set(EVENT.ACTOR, envelope.metadata().actor())
                .set(EVENT.CORRELATION_ID, envelope.metadata().correlationId())
                .set(EVENT.CAUSATION_ID, envelope.metadata().causationId())
                .set(EVENT.REQUEST_ID, envelope.metadata().requestId())
                .set(EVENT.REASON, envelope.metadata().reason())
                .set(EVENT.SCHEMA_FINGERPRINT, encoded.schemaFingerprint())
                .set(EVENT.PAYLOAD, encoded.payload())
                .set(EVENT.HASH, hash.bytes())
                .onConflictDoNothing();
    }
}
