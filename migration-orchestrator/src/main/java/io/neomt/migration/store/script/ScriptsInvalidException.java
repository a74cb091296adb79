package io.neomt.migration.store.script;

/** The scripts cannot be a plan: a name that is none, or two of one version. Says which. */
public final class ScriptsInvalidException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScriptsInvalidException(String message) {
        super(message);
    }

    ScriptsInvalidException(String message, Throwable cause) {
        super(message, cause);
    }
}
