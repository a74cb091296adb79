package io.neomt.event;

import java.util.UUID;

/** Identifies a user within a tenant. A service account is a user without a person. */
public record UserId(UUID value) implements Comparable<UserId> {

    /**
     * Reads the canonical text form of a UUID.
     *
     * @throws IllegalArgumentException when the text is not a canonical UUID
     */
    public static UserId of(String text) {
        return new UserId(Uuids.parse(text));
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
