package io.neomt.commons.connections;

/** A database cannot be reached, or has no connection left within the time one may wait. Passes; try again. */
public final class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String message) {
        super(message);
    }

    DatabaseUnavailableException(Throwable cause) {
        super("the database cannot be reached", cause);
    }
}
