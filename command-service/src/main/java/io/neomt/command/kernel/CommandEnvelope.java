package io.neomt.command.kernel;

import io.neomt.event.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command with all that deciding it needs, so that deciding reads no clock and draws no number.
 *
 * @param id UUIDv7, made when the request came in
 * @param tenant the tenant in whose sequence the events will stand
 * @param correlationId the same for all that one request led to
 * @param causationId the request or event that led directly to this command
 * @param traceparent W3C trace context of the request
 * @param time when the request came in; the time of the events
 * @param ifMatch the version that the subject must have
 * @param requestId of the request that brought the command; null outside of any
 * @param reason why, as whoever sends the command says it; kept with the events
 */
public record CommandEnvelope(
        UUID id,
        TenantId tenant,
        Actor actor,
        String correlationId,
        String causationId,
        @Nullable String traceparent,
        Instant time,
        @Nullable IdempotencyKey idempotencyKey,
        @Nullable Long ifMatch,
        Command command,
        @Nullable String requestId,
        @Nullable String reason) {

    /** A command that no request brought. */
    public CommandEnvelope(
            UUID id,
            TenantId tenant,
            Actor actor,
            String correlationId,
            String causationId,
            @Nullable String traceparent,
            Instant time,
            @Nullable IdempotencyKey idempotencyKey,
            @Nullable Long ifMatch,
            Command command) {
        this(
                id,
                tenant,
                actor,
                correlationId,
                causationId,
                traceparent,
                time,
                idempotencyKey,
                ifMatch,
                command,
                null,
                null);
    }

    /**
     * Where the idempotency record is kept. Organizations and tenants are made by the platform: a repeated request for a
     * new tenant carries a new id each time and would not be recognized in the sequence of that id.
     */
    public TenantId idempotencyTenant() {
        return command.needsActiveTenant() ? tenant : TenantId.PLATFORM;
    }
}
