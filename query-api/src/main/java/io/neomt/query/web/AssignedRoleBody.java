package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.permission.Terms;
import io.neomt.query.lookup.AssignedRole;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role that a user or a team was given directly, and on which terms. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssignedRoleBody(
        UUID id,
        String name,
        String description,
        Instant assignedAt,
        @Nullable Instant validFrom,
        @Nullable Instant expiresAt,
        @Nullable String condition) {

    static AssignedRoleBody of(AssignedRole role) {
        Terms terms = role.terms();
        return new AssignedRoleBody(
                role.id(),
                role.name(),
                role.description(),
                role.assignedAt(),
                terms.validFrom(),
                terms.expiresAt(),
                terms.condition());
    }
}
