package io.neomt.projection.kernel;

import io.neomt.event.EventEnvelope;

/** One event could not be applied, alone and as the store has it; it will not be the next time, either. */
public final class EventFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient EventEnvelope event;

    EventFailedException(EventEnvelope event, RuntimeException cause) {
        super("event " + event.position() + " of tenant " + event.tenantId() + ": " + cause.getMessage(), cause);
        this.event = event;
    }

    EventEnvelope event() {
        return event;
    }
}
