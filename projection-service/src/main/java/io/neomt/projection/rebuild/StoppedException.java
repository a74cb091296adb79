package io.neomt.projection.rebuild;

/** A rebuild is to end where it is: it was aborted, or another process has taken it over. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoppedException(String message) {
        super(message);
    }
}
