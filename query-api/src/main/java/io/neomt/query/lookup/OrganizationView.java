package io.neomt.query.lookup;

import java.time.Instant;
import java.util.UUID;

/** @param version the position of the last event about the organization, in the platform's sequence */
public record OrganizationView(UUID id, String name, String slug, long version, Instant createdAt, Instant updatedAt) {}
