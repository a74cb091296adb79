package io.neomt.query.lookup;

import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.UUID;

/** A role that a user or a team was given directly. */
public record AssignedRole(UUID id, String name, String description, Instant assignedAt, Terms terms) {}
