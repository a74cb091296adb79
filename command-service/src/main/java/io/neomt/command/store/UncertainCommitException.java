package io.neomt.command.store;

/** The transaction's last word was lost: it may have been committed or not. */
final class UncertainCommitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UncertainCommitException(Throwable cause) {
        super("it is not known whether the transaction was committed", cause);
    }
}
