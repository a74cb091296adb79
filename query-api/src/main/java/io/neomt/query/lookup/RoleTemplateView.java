package io.neomt.query.lookup;

import io.neomt.permission.Permission;
import java.time.Instant;
import java.util.List;

/** @param version the position of the event that defined it last, in the platform's sequence */
public record RoleTemplateView(
        String name,
        String description,
        List<Permission> permissions,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    public RoleTemplateView {
        permissions = List.copyOf(permissions);
    }
}
