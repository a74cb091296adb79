package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.permission.Source;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an entitlement comes from.
 *
 * @param type what kind of thing holds it: {@code direct}, {@code role} and so on
 * @param path role names from the assigned role to the one that holds the permission
 * @param teams team names from the user's team to the one that holds the permission or the role
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceBody(
        String type,
        @Nullable UUID grantId,
        @Nullable List<String> path,
        @Nullable List<String> teams) {

    static SourceBody of(Source source) {
        return switch (source) {
            case Source.Direct(var grantId) -> new SourceBody("direct", grantId, null, null);
            case Source.Role(var path) -> new SourceBody("role", null, path, null);
            case Source.Team(var teams, var roles) -> new SourceBody("team", null, roles, teams);
        };
    }
}
