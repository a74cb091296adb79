package io.neomt.command.kernel;

import java.util.Map;

/** A refusal of a command: a value, not an exception. The message tells the sender what to do. */
public record Rejection(RejectionCode code, String message, Map<String, ?> details) {

    public Rejection {
        details = Ordered.map(details);
    }
}
