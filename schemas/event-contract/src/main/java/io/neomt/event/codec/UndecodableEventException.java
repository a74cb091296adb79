package io.neomt.event.codec;

/** The bytes of an event cannot be read, now or later: reading them again gives the same. */
public final class UndecodableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UndecodableEventException(String message) {
        super(message);
    }

    public UndecodableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
