package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.permission.Source;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an entitlement comes from.
 *
 * @param type what kind of thing holds it: direct, role, team or access
 * @param path role names from the assigned role to the one that holds the permission
 * @param teams team names from the user's team to the one that holds the permission or the role
 * @param homeTenantId the tenant of a user who was given access from there
 * @param platform true where the platform holds it, for all tenants
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceBody(
        String type,
        @Nullable UUID grantId,
        @Nullable List<String> path,
        @Nullable List<String> teams,
        @Nullable UUID homeTenantId,
        @Nullable Boolean platform) {

    static SourceBody of(Source source) {
        return switch (source) {
            case Source.Direct(var grantId) -> new SourceBody("direct", grantId, null, null, null, null);
            case Source.Role(var path) -> new SourceBody("role", null, path, null, null, null);
            case Source.Team(var teams, var roles) -> new SourceBody("team", null, roles, teams, null, null);
            case Source.Access(var grantId, var home) -> new SourceBody("access", grantId, null, null, home, null);
            case Source.Platform(var there) -> of(there).ofPlatform();
        };
    }

    private SourceBody ofPlatform() {
        return new SourceBody(type, grantId, path, teams, homeTenantId, true);
    }
}
