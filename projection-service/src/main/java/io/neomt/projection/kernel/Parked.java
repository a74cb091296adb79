package io.neomt.projection.kernel;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one projection of one tenant stands before, and would fail at each time.
 *
 * @param position of the event; null when no event is to blame
 * @param eventId null when no event is to blame, or it is not known
 * @param eventType as on the wire; null likewise
 */
public record Parked(
        TenantId tenant,
        String projection,
        @Nullable Position position,
        @Nullable UUID eventId,
        @Nullable String eventType,
        String reason) {

    private static final int LONGEST = 2_000;

    public Parked {
        reason = reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
    }

    /** @param reached where the view was when it failed, or null when that is not known */
    static Parked of(TenantId tenant, String projection, @Nullable Position reached, Throwable cause) {
        return switch (cause) {
            case EventFailedException failed -> {
                EventEnvelope event = failed.event();
                yield new Parked(
                        tenant,
                        projection,
                        event.position(),
                        event.metadata().id(),
                        event.type().wireName(),
                        reason(failed.getCause()));
            }
            case UnreadableEventException unread ->
                new Parked(tenant, projection, unread.position(), unread.id(), unread.type(), reason(unread));
            default ->
                new Parked(tenant, projection, reached == null ? null : reached.next(), null, null, reason(cause));
        };
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause == null) {
            return "unknown";
        }
        @Nullable String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    boolean isBehind(Position reached) {
        return position != null && reached.isAtLeast(position);
    }
}
