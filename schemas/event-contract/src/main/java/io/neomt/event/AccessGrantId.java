package io.neomt.event;

import java.util.UUID;

/** Identifies one access grant, by which a user of another tenant is let into a tenant. */
public record AccessGrantId(UUID value) implements Comparable<AccessGrantId> {

    /**
     * Reads the canonical text form of a UUID.
     *
     * @throws IllegalArgumentException when the text is not a canonical UUID
     */
    public static AccessGrantId of(String text) {
        return new AccessGrantId(Uuids.parse(text));
    }

    @Override
    public int compareTo(AccessGrantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
