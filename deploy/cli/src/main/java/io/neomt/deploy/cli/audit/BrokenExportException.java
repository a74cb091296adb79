package io.neomt.deploy.cli.audit;

/** A folder holds no export, or one that was not finished. */
final class BrokenExportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenExportException(String message) {
        super(message);
    }
}
