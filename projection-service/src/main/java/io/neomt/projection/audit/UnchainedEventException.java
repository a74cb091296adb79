package io.neomt.projection.audit;

import io.neomt.event.Position;
import io.neomt.event.TenantId;

/** An event of before there was a chain has not got its hash yet; the command service is about to give it one. */
public final class UnchainedEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnchainedEventException(TenantId tenant, Position position) {
        super("event " + position + " of tenant " + tenant + " has no hash yet");
    }
}
