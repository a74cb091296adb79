package io.neomt.query;

import org.jspecify.annotations.Nullable;

/** There is no answer that may be given now; asking again later may help. Never to be read as an allowance. */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is missing. */
    public enum Reason {
        /** What can be read is older than what was asked for. */
        CONSISTENCY_UNAVAILABLE,
        /** A database could not be read. */
        DEPENDENCY_UNAVAILABLE
    }

    private final Reason reason;

    public UnavailableException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
