package io.neomt.deploy.cli.demo;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One tenant of the demo as one of its callers uses it.
 *
 * @param id the tenant
 * @param commands the command service
 * @param queries the query API
 */
record DemoTenant(String id, String slug, ApiClient commands, ApiClient queries) {

    private String path(String rest) {
        return "/api/v1/tenants/" + slug + rest;
    }

    /** The same tenant as another caller. */
    DemoTenant as(String token) {
        return new DemoTenant(id, slug, commands.as(token), queries.as(token));
    }

    Answer createUser(String username, String displayName) {
        return command(
                "/users",
                Map.of("username", username, "display_name", displayName, "email", username + "@" + slug + ".example"));
    }

    Answer createRole(String name, List<String> permissions, List<String> parentIds) {
        return command("/roles", Map.of("name", name, "permissions", permissions, "parents", parentIds));
    }

    Answer setRolePermissions(String roleId, List<String> permissions) {
        return commands.put(path("/roles/" + roleId + "/permissions"), Map.of("permissions", permissions), key());
    }

    Answer setRoleParents(String roleId, List<String> parentIds) {
        return commands.put(path("/roles/" + roleId + "/parents"), Map.of("parents", parentIds), key());
    }

    Answer assign(String userId, String roleId) {
        return command("/users/" + userId + "/roles", Map.of("role_ids", List.of(roleId)));
    }

    Answer unassign(String userId, String roleId) {
        return commands.delete(path("/users/" + userId + "/roles"), Map.of("role_ids", List.of(roleId)), key());
    }

    Answer grant(String userId, String permission, String effect) {
        return command("/users/" + userId + "/permissions", Map.of("permission", permission, "effect", effect));
    }

    Answer revoke(String userId, String grantId) {
        return commands.delete(path("/users/" + userId + "/permissions/" + grantId), null, key());
    }

    Answer deactivate(String userId) {
        return command("/users/" + userId + "/deactivate", Map.of());
    }

    Answer check(String userId, String permission, Map<String, String> headers) {
        return queries.post(path("/check"), Map.of("user_id", userId, "permission", permission), headers);
    }

    Answer permissionsOf(String userId, Map<String, String> headers) {
        return queries.get(path("/users/" + userId + "/permissions"), headers);
    }

    Answer user(String userId, Map<String, String> headers) {
        return queries.get(path("/users/" + userId), headers);
    }

    Answer command(String rest, Object body) {
        return commands.post(path(rest), body, key());
    }

    private static Map<String, String> key() {
        return new HashMap<>(Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }
}
