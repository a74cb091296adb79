package io.neomt.projection.kernel;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event is of a kind that this version does not know, or its bytes cannot be decoded. Trying again will not help. */
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Position position;
    private final UUID id;
    private final String type;

    public UnreadableEventException(
            TenantId tenant, Position position, UUID id, String type, String what, @Nullable Throwable cause) {
        super("event " + position + " of tenant " + tenant + ": " + what, cause);
        this.position = position;
        this.id = id;
        this.type = type;
    }

    Position position() {
        return position;
    }

    UUID id() {
        return id;
    }

    String type() {
        return type;
    }
}
