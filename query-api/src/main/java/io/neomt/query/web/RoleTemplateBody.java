package io.neomt.query.web;

import io.neomt.query.lookup.RoleTemplateView;
import java.time.Instant;
import java.util.List;

/** What roles can be made from. */
record RoleTemplateBody(
        String name,
        String description,
        List<GivenBody> permissions,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static RoleTemplateBody of(RoleTemplateView template) {
        return new RoleTemplateBody(
                template.name(),
                template.description(),
                template.permissions().stream().map(GivenBody::of).toList(),
                template.version(),
                template.createdAt(),
                template.updatedAt());
    }
}
