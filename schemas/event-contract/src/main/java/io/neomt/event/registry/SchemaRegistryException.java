package io.neomt.event.registry;

/** The schema registry could not be asked, or said no. */
public final class SchemaRegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the caller can do about it. */
    public enum Reason {
        /** Asking again later may help. */
        UNAVAILABLE,
        /** The registry is well and has no such schema. */
        UNKNOWN_SCHEMA,
        /** The registry is well and refuses the request, such as an incompatible schema. */
        REFUSED
    }

    private final Reason reason;

    public SchemaRegistryException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public SchemaRegistryException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
