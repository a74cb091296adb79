package io.neomt.e2e;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.testkit.backends.Backends;
import java.util.Map;
import java.util.UUID;

/** An active tenant with a realm and a first admin, ann. */
record RealmTenant(KeycloakPlatform platform, String id, String slug) {

    static RealmTenant create(KeycloakPlatform platform) {
        String slug = freshSlug();
        return create(
                platform,
                slug,
                Map.of(
                        "name",
                        slug,
                        "slug",
                        slug,
                        "create_keycloak_realm",
                        true,
                        "first_admin",
                        Map.of("username", "ann", "email", "ann@" + slug + ".example")));
    }

    private static String freshSlug() {
        return "k" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static RealmTenant create(KeycloakPlatform platform, String slug, Map<String, Object> wish) {
        Answer requested = platform.adminCommands()
                .post("/api/v1/admin/tenants", wish, Map.of())
                .orRefuse();
        platform.awaitActive(requested.id());
        return new RealmTenant(platform, requested.id(), slug);
    }

    String initialPassword() {
        return Backends.shared().addresses().developmentSecret();
    }

    Answer login(String username, String password) {
        return platform.auth("login", Map.of("tenant", slug, "username", username, "password", password));
    }

    /** What she would do on Keycloak's own page. */
    void choosePassword(String username, String password) {
        platform.choosePassword(slug, username, password);
    }
}
