package io.neomt.projection.audit;

import io.neomt.event.EventEnvelope;
import io.neomt.event.EventHash;
import io.neomt.event.EventMetadata;
import io.neomt.event.codec.ReadableEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event in the audit log.
 *
 * @param type the name of the kind of event
 * @param details what happened, as JSON
 */
public record AuditRow(EventMetadata metadata, String type, EventHash hash, String details) {

    /** The name of this projection, in {@code projection_position} and in metrics. */
    public static final String PROJECTION = "audit";

    /** @throws UnchainedEventException when an event has no hash yet */
    public static List<AuditRow> of(List<EventEnvelope> events) {
        return events.stream().map(AuditRow::of).toList();
    }

    private static AuditRow of(EventEnvelope event) {
        @Nullable EventHash hash = event.hash();
        if (hash == null) {
            throw new UnchainedEventException(event.tenantId(), event.position());
        }
        return new AuditRow(event.metadata(), event.type().wireName(), hash, ReadableEvent.json(event.event()));
    }
}
