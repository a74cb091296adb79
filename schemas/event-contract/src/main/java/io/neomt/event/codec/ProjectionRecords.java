package io.neomt.event.codec;

import io.neomt.event.Position;
import io.neomt.event.ProjectionEvent;
import io.neomt.event.TenantId;
import io.neomt.event.avro.EventPatched;
import io.neomt.event.avro.EventSkipped;
import org.apache.avro.specific.SpecificRecord;

/** What operators decide about events, to and from Avro. */
final class ProjectionRecords {

    private ProjectionRecords() {}

    static SpecificRecord toAvro(ProjectionEvent event) {
        return switch (event) {
            case ProjectionEvent.EventSkipped e ->
                new EventSkipped(e.tenantId().toString(), e.position().value(), e.projection(), e.reason());
            case ProjectionEvent.EventPatched e ->
                new EventPatched(
                        e.tenantId().toString(),
                        e.position().value(),
                        e.projection(),
                        e.reason(),
                        e.eventType(),
                        e.schemaFingerprint(),
                        e.payload());
        };
    }

    static ProjectionEvent toEvent(EventSkipped record) {
        return new ProjectionEvent.EventSkipped(
                TenantId.of(record.getTenantId()),
                new Position(record.getPosition()),
                record.getProjection(),
                record.getReason());
    }

    static ProjectionEvent toEvent(EventPatched record) {
        return new ProjectionEvent.EventPatched(
                TenantId.of(record.getTenantId()),
                new Position(record.getPosition()),
                record.getProjection(),
                record.getReason(),
                record.getEventType(),
                record.getSchemaFingerprint(),
                record.getPayload());
    }
}
