package io.neomt.event;

import java.util.UUID;

/** Identifies an organization, the customer that owns tenants. */
public record OrganizationId(UUID value) implements Comparable<OrganizationId> {

    /**
     * Reads the canonical text form of a UUID.
     *
     * @throws IllegalArgumentException when the text is not a canonical UUID
     */
    public static OrganizationId of(String text) {
        return new OrganizationId(Uuids.parse(text));
    }

    @Override
    public int compareTo(OrganizationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
