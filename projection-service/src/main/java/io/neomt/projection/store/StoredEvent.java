package io.neomt.projection.store;

import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.EventMetadata;
import io.neomt.event.ProjectionEvent.EventSkipped;
import io.neomt.event.codec.Decoded;
import io.neomt.event.codec.EventCodec;
import io.neomt.event.codec.UndecodableEventException;
import io.neomt.projection.kernel.UnreadableEventException;
import io.neomt.view.jooq.admin.eventstore.tables.records.EventRecord;
import io.neomt.view.jooq.admin.eventstore.tables.records.InterventionRecord;
import io.neomt.view.store.StoredRow;
import org.jspecify.annotations.Nullable;

/** Reads the event of a row of the store. */
final class StoredEvent {

    private final EventCodec codec;
    private final EventRecord row;
    private final EventMetadata metadata;

    StoredEvent(EventCodec codec, EventRecord row) {
        this.codec = codec;
        this.row = row;
        this.metadata = StoredRow.metadata(row);
    }

    /** @throws UnreadableEventException when it cannot be understood */
    EventEnvelope published() {
        return of(event(row.getType(), row.getSchemaFingerprint(), row.getPayload()));
    }

    /**
     * What is to be applied.
     *
     * @param instead what takes its place, if anything does
     * @throws UnreadableEventException when it cannot be understood
     */
    EventEnvelope applied(@Nullable InterventionRecord instead) {
        return instead == null ? published() : of(event(instead));
    }

    private EventEnvelope of(Event event) {
        return new EventEnvelope(metadata, event, StoredRow.hash(row));
    }

    private Event event(InterventionRecord instead) {
        @Nullable String type = instead.getType();
        return type == null
                ? new EventSkipped(metadata.tenantId(), metadata.position(), "", "")
                : event(type, instead.getSchemaFingerprint(), instead.getPayload());
    }

    private Event event(String type, long fingerprint, byte[] payload) {
        try {
            return switch (codec.decode(type, fingerprint, payload)) {
                case Decoded.Known known -> known.event();
                case Decoded.Unknown _ -> throw unreadable(type, "this release does not know the type", null);
            };
        } catch (UndecodableEventException e) {
            throw unreadable(type, "its payload cannot be decoded", e);
        }
    }

    private UnreadableEventException unreadable(String type, String what, @Nullable Throwable cause) {
        return new UnreadableEventException(
                metadata.tenantId(), metadata.position(), metadata.id(), type, what + " (" + type + ")", cause);
    }
}
