package io.neomt.query.lookup;

import java.time.Instant;
import java.util.UUID;

/** A role that a user was given directly. */
public record AssignedRole(UUID id, String name, String description, Instant assignedAt) {}
