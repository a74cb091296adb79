package io.neomt.deploy.cli.client;

import java.util.Set;

/** A service refused a request; the message is the service's own. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    /** Too many requests, and what a service, or a gateway before it, says that cannot do its work just now. */
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private final int status;

    RefusedException(int status, String code, String message) {
        super(status + " " + code + ": " + message);
        this.status = status;
    }

    /** Whether the same request may be answered a moment later. */
    public boolean isPassing() {
        return PASSING.contains(status);
    }
}
