package io.neomt.e2e;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.event.TenantId;
import io.neomt.provisioning.keycloak.KeycloakRealms;
import io.neomt.provisioning.keycloak.SpareRealms;
import io.neomt.provisioning.run.RealmAdmin;
import io.neomt.testkit.backends.Backends;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An active tenant with a realm and a first admin, ann. */
record RealmTenant(KeycloakPlatform platform, String id, String slug) {

    static RealmTenant create(KeycloakPlatform platform) {
        RealmTenant tenant = withoutRealm(platform);
        RealmTools tools = RealmTools.of(platform);
        new KeycloakRealms(tools.client(), tools.documents(), SpareRealms.NONE)
                .ensure(
                        TenantId.of(tenant.id()),
                        tenant.slug(),
                        tenant.slug(),
                        Optional.of(new RealmAdmin("ann", "ann@" + tenant.slug() + ".example", "Ann")));
        return tenant;
    }

    static RealmTenant withoutRealm(KeycloakPlatform platform) {
        String slug = "k" + UUID.randomUUID().toString().substring(0, 8);
        Answer requested = platform.adminCommands()
                .post(
                        "/api/v1/admin/tenants",
                        Map.of(
                                "name", slug,
                                "slug", slug),
                        Map.of())
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
        platform.keycloak().admin().choosePassword("tenant-" + slug, username, password);
    }
}
