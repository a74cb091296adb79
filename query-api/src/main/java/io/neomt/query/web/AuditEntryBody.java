package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.event.EventMetadata;
import io.neomt.query.audit.AuditEntry;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event of the audit log.
 *
 * @param subject what it is about, as {@code user/<id>}
 * @param actor who sent the command, as {@code <tenant>/<user id>} or {@code system/<name>}
 * @param reason why, as whoever sent the command said it
 * @param hash of the event and all before it
 * @param details what happened, with the fields of this kind of event
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntryBody(
        long position,
        UUID eventId,
        String type,
        String subject,
        String actor,
        @Nullable String reason,
        @Nullable String requestId,
        String correlationId,
        String causationId,
        Instant time,
        String hash,
        JsonNode details) {

    static AuditEntryBody of(AuditEntry entry, Function<String, JsonNode> json) {
        EventMetadata metadata = entry.metadata();
        return new AuditEntryBody(
                metadata.position().value(),
                metadata.id(),
                entry.type(),
                metadata.subject(),
                metadata.actor(),
                metadata.reason(),
                metadata.requestId(),
                metadata.correlationId(),
                metadata.causationId(),
                metadata.time(),
                entry.hash().hex(),
                json.apply(entry.details()));
    }
}
