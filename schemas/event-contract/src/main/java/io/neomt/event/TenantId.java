package io.neomt.event;

import java.util.UUID;

/** Identifies a tenant; the key of its events, the unit of ordering and of isolation. */
public record TenantId(UUID value) implements Comparable<TenantId> {

    /** The tenant of the platform itself: its users administer all others, its events hold the organizations. */
    public static final TenantId PLATFORM = new TenantId(new UUID(0x0000000000007000L, 0x8000000000000001L));

    /**
     * Reads the canonical text form of a UUID.
     *
     * @throws IllegalArgumentException when the text is not a canonical UUID
     */
    public static TenantId of(String text) {
        return new TenantId(Uuids.parse(text));
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
