package io.neomt.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an event besides what happened; on Kafka the CloudEvents headers.
 *
 * @param id UUIDv7, {@code ce_id}
 * @param tenantId {@code ce_tenantid}, the key of the record
 * @param position {@code ce_sequence}, dense in the tenant
 * @param subject {@code ce_subject}: what the event is about, as {@code user/<id>}, {@code role/<id>} …
 * @param time {@code ce_time}: when the command was decided
 * @param actor {@code ce_actor}: who sent the command, as {@code <tenant slug>/<user id>} or {@code system/<name>}
 * @param correlationId {@code ce_correlationid}: the same for all that one request led to
 * @param causationId {@code ce_causationid}: the request or event that led directly to this one
 * @param traceparent W3C trace context of the command
 * @param requestId {@code ce_requestid}: {@code X-Request-ID} of the request that brought the command; null outside of any
 * @param reason {@code ce_reason}: why, as whoever sent the command said it
 */
public record EventMetadata(
        UUID id,
        TenantId tenantId,
        Position position,
        String subject,
        Instant time,
        String actor,
        String correlationId,
        String causationId,
        @Nullable String traceparent,
        @Nullable String requestId,
        @Nullable String reason) {

    /** Of an event for which no request and no reason are known. */
    public EventMetadata(
            UUID id,
            TenantId tenantId,
            Position position,
            String subject,
            Instant time,
            String actor,
            String correlationId,
            String causationId,
            @Nullable String traceparent) {
        this(id, tenantId, position, subject, time, actor, correlationId, causationId, traceparent, null, null);
    }
}
