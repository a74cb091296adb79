package io.neomt.view.store;

import io.neomt.event.EventHash;
import io.neomt.event.EventMetadata;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.chain.RecordedEvent;
import io.neomt.view.jooq.admin.eventstore.tables.records.EventRecord;
import org.jspecify.annotations.Nullable;

/** What a row of the event store says, whether or not this version can read the event in it. */
public final class StoredRow {

    private StoredRow() {}

    /** All that is known of the event besides what happened. */
    public static EventMetadata metadata(EventRecord row) {
        return new EventMetadata(
                row.getId(),
                new TenantId(row.getTenantId()),
                new Position(row.getPosition()),
                row.getSubject(),
                row.getTime(),
                row.getActor(),
                row.getCorrelationId(),
                row.getCausationId(),
                row.getTraceparent(),
                row.getRequestId(),
                row.getReason());
    }

    /** The event as it was recorded. */
    public static RecordedEvent event(EventRecord row) {
        return new RecordedEvent(metadata(row), row.getType(), row.getSchemaFingerprint(), row.getPayload());
    }

    /** Null for an event of before there was a chain, until it is chained. */
    public static @Nullable EventHash hash(EventRecord row) {
        byte @Nullable [] hash = row.getHash();
        return hash == null ? null : EventHash.of(hash);
    }
}
