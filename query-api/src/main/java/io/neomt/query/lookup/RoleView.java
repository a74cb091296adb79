package io.neomt.query.lookup;

import java.time.Instant;
import java.util.UUID;

/** @param version the position of the last event about the role */
public record RoleView(
        UUID id, String name, String description, boolean system, long version, Instant createdAt, Instant updatedAt) {}
