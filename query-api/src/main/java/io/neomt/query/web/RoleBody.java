package io.neomt.query.web;

import io.neomt.query.lookup.RoleDetail;
import io.neomt.query.lookup.RoleView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A role with its permissions, parents and all that it inherits, each with the path of roles to it. */
record RoleBody(
        UUID id,
        String name,
        String description,
        List<String> permissions,
        List<RoleDetail.Parent> parents,
        List<RoleDetail.Inherited> inherited,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static RoleBody of(RoleDetail detail) {
        RoleView role = detail.role();
        return new RoleBody(
                role.id(),
                role.name(),
                role.description(),
                detail.permissions(),
                detail.parents(),
                detail.inherited(),
                role.version(),
                role.createdAt(),
                role.updatedAt());
    }
}
