package io.neomt.migration.run;

import org.jspecify.annotations.Nullable;

/** The admin database could not be brought to the shipped version; the message says what a person has to do. */
public final class MigrationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MigrationFailedException(String message) {
        super("the admin database was not migrated: " + message);
    }

    MigrationFailedException(String message, @Nullable Throwable cause) {
        super("the admin database was not migrated: " + message, cause);
    }
}
