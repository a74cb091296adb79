package io.neomt.event;

import java.util.UUID;

/** Identifies a team within a tenant. */
public record TeamId(UUID value) implements Comparable<TeamId> {

    /**
     * Reads the canonical text form of a UUID.
     *
     * @throws IllegalArgumentException when the text is not a canonical UUID
     */
    public static TeamId of(String text) {
        return new TeamId(Uuids.parse(text));
    }

    @Override
    public int compareTo(TeamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
