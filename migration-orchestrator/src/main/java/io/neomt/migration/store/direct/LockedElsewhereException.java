package io.neomt.migration.store.direct;

/** Another process migrates the schema right now. */
public final class LockedElsewhereException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LockedElsewhereException(String schema) {
        super("another process migrates the schema " + schema + " right now");
    }
}
