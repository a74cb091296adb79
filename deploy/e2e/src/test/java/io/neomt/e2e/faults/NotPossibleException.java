package io.neomt.e2e.faults;

/** This machine, or who runs on it, does not allow what a fault needs; it is said so, and nothing was done. */
final class NotPossibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPossibleException(String reason) {
        super(reason);
    }
}
