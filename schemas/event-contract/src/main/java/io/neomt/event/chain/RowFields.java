package io.neomt.event.chain;

import io.neomt.event.EventHash;
import io.neomt.event.EventMetadata;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an exported event from the texts of its fields. Leniently: what is spelled otherwise is found when it is written. */
final class RowFields {

    private RowFields() {}

    /** @throws IllegalArgumentException when a field is missing or not of its form */
    static ExportedRow row(Map<String, @Nullable String> fields) {
        RecordedEvent event = new RecordedEvent(
                new EventMetadata(
                        UUID.fromString(text(fields, "event_id")),
                        TenantId.of(text(fields, "tenant_id")),
                        new Position(Long.parseLong(text(fields, "position"))),
                        text(fields, "subject"),
                        Instant.parse(text(fields, "time")),
                        text(fields, "actor"),
                        text(fields, "correlation_id"),
                        text(fields, "causation_id"),
                        fields.get("traceparent"),
                        fields.get("request_id"),
                        fields.get("reason")),
                text(fields, "type"),
                HexFormat.fromHexDigitsToLong(text(fields, "schema_fingerprint")),
                Base64.getDecoder().decode(text(fields, "payload")));
        return new ExportedRow(event, new EventHash(text(fields, "hash")), fields.get("event"));
    }

    private static String text(Map<String, @Nullable String> fields, String name) {
        @Nullable String text = fields.get(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }
}
