package io.neomt.event;

import java.util.UUID;

/** Identifies one direct grant or denial of a user. */
public record GrantId(UUID value) implements Comparable<GrantId> {

    /**
     * Reads the canonical text form of a UUID.
     *
     * @throws IllegalArgumentException when the text is not a canonical UUID
     */
    public static GrantId of(String text) {
        return new GrantId(Uuids.parse(text));
    }

    @Override
    public int compareTo(GrantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
