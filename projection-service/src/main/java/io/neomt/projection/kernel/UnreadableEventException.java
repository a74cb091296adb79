package io.neomt.projection.kernel;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import org.jspecify.annotations.Nullable;

/** An event is of a kind that this version does not know, or its bytes cannot be decoded. Trying again will not help. */
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEventException(TenantId tenant, Position position, String what, @Nullable Throwable cause) {
        super("event " + position + " of tenant " + tenant + ": " + what, cause);
    }
}
