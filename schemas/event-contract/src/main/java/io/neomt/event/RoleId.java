package io.neomt.event;

import java.util.UUID;

/** Identifies a role within a tenant. */
public record RoleId(UUID value) implements Comparable<RoleId> {

    /**
     * Reads the canonical text form of a UUID.
     *
     * @throws IllegalArgumentException when the text is not a canonical UUID
     */
    public static RoleId of(String text) {
        return new RoleId(Uuids.parse(text));
    }

    @Override
    public int compareTo(RoleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
