package io.neomt.event;

import java.util.UUID;

/** Identifies a run of migrations. */
public record MigrationRunId(UUID value) {

    /**
     * Reads the canonical text form of a UUID.
     *
     * @throws IllegalArgumentException when the text is not a canonical UUID
     */
    public static MigrationRunId of(String text) {
        return new MigrationRunId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
