package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Terms;
import io.neomt.query.lookup.RoleDetail;
import io.neomt.query.lookup.RoleView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role with its permissions, parents and all that it inherits, each with the path of roles to it. */
record RoleBody(
        UUID id,
        String name,
        String description,
        boolean system,
        List<GivenBody> permissions,
        List<ParentBody> parents,
        List<InheritedBody> inherited,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** A role that is inherited directly. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ParentBody(
            UUID id,
            String name,
            @Nullable Instant validFrom,
            @Nullable Instant expiresAt,
            @Nullable String condition) {
        static ParentBody of(RoleDetail.Parent parent) {
            Terms terms = parent.terms();
            return new ParentBody(parent.id(), parent.name(), terms.validFrom(), terms.expiresAt(), terms.condition());
        }
    }

    /**
     * A permission of a parent, or of one of its parents, with all that limits it on the way.
     *
     * @param path role names from this role to the one that holds the permission
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InheritedBody(
            String permission,
            String effect,
            GivenBody.@Nullable InstanceBody resource,
            @Nullable Instant validFrom,
            @Nullable Instant expiresAt,
            @Nullable List<String> conditions,
            List<String> path) {
        static InheritedBody of(Entitlement entitlement) {
            EntitlementBody body = EntitlementBody.of(entitlement);
            return new InheritedBody(
                    body.permission(),
                    body.effect(),
                    body.resource(),
                    body.validFrom(),
                    body.expiresAt(),
                    body.conditions(),
                    entitlement.source().path());
        }
    }

    static RoleBody of(RoleDetail detail) {
        RoleView role = detail.role();
        return new RoleBody(
                role.id(),
                role.name(),
                role.description(),
                role.system(),
                detail.permissions().stream().map(GivenBody::of).toList(),
                detail.parents().stream().map(ParentBody::of).toList(),
                detail.inherited().stream().map(InheritedBody::of).toList(),
                role.version(),
                role.createdAt(),
                role.updatedAt());
    }
}
