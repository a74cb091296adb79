package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One active tenant of its own for one test, with an administrator of its own. */
final class Workspace {

    final TestPlatform platform;
    final String slug;
    final String tenantId;
    /** The tenant as the platform's administrator writes to it. */
    final ApiClient commands;
    /** The tenant as the platform's administrator reads it. */
    final ApiClient queries;

    private Workspace(TestPlatform platform, String slug, String tenantId) {
        this.platform = platform;
        this.slug = slug;
        this.tenantId = tenantId;
        String admin = platform.adminToken();
        this.commands = platform.client().commands(admin);
        this.queries = platform.client().queries(admin);
    }

    static Workspace create(TestPlatform platform) {
        return create(platform, Map.of());
    }

    /** @param more of the request, as the region */
    static Workspace create(TestPlatform platform, Map<String, Object> more) {
        String slug = "t" + UUID.randomUUID().toString().substring(0, 12).replace("-", "");
        ApiClient admin = platform.client().commands(platform.adminToken());
        Map<String, Object> body = new HashMap<>(more);
        body.putAll(Map.of("name", slug, "slug", slug, "settings", Map.of("free_permission_codes", true)));
        Answer requested = admin.post("/api/v1/admin/tenants", body, Map.of());
        assertThat(requested.status()).as("%s", requested.body()).isEqualTo(202);
        Workspace workspace = new Workspace(platform, slug, requested.id());
        platform.awaitActive(requested.id());
        return workspace;
    }

    String path(String rest) {
        return "/api/v1/tenants/" + slug + rest;
    }

    Answer post(String rest, Object body) {
        return commands.post(path(rest), body, Map.of());
    }

    Answer createUser(String username) {
        return post("/users", Map.of("username", username, "display_name", username))
                .orRefuse();
    }

    Answer createRole(String name, List<String> permissions, List<String> parents) {
        return post("/roles", Map.of("name", name, "permissions", permissions, "parents", parents))
                .orRefuse();
    }

    Answer assign(String user, String role) {
        return post("/users/" + user + "/roles", Map.of("role_ids", List.of(role)))
                .orRefuse();
    }

    Answer unassign(String user, String role) {
        return commands.delete(path("/users/" + user + "/roles"), Map.of("role_ids", List.of(role)), Map.of())
                .orRefuse();
    }

    Answer grant(String user, String permission, String effect) {
        return post("/users/" + user + "/permissions", Map.of("permission", permission, "effect", effect))
                .orRefuse();
    }

    Answer revoke(String user, String grant) {
        return commands.delete(path("/users/" + user + "/permissions/" + grant), null, Map.of())
                .orRefuse();
    }

    /** The answer to a check that sees at least what the earlier answer wrote. */
    boolean isAllowed(String user, String permission, Answer after) {
        return isAllowed(queries, user, permission, after);
    }

    /** @param instance of the query API */
    boolean isAllowed(ApiClient instance, String user, String permission, Answer after) {
        return instance.post(path("/check"), Map.of("user_id", user, "permission", permission), after.consistency())
                .orRefuse()
                .data()
                .path("allowed")
                .asBoolean();
    }

    /** A user who may do everything in this tenant; gives the token. */
    String adminToken() {
        String user = createUser("boss").id();
        String role = createRole("owner", List.of("*.*.*"), List.of()).id();
        Answer assigned = assign(user, role);
        assertThat(isAllowed(user, "users.write.tenant", assigned)).isTrue();
        return platform.client().token("tenant-" + slug, "boss");
    }
}
