package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.config.ServiceApplication;
import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.event.TenantId;
import io.neomt.provisioning.keycloak.KeycloakOrganizations;
import io.neomt.provisioning.run.RealmAdmin;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A deployment whose tenants are organizations of one realm. */
class OrganizationsTest {

    private static final String REALM = "NeoTenants";
    private static final String PASSWORD = "a new password";

    private final KeycloakPlatform platform = KeycloakPlatform.shared();

    @Test
    void usersOfEveryTenantSignInToOneRealmAndActInTheirOwnOnly() {
        String acme = tenant();
        String globex = tenant();
        try (ConfigurableApplicationContext service =
                        platform.startQueryApi(Map.of("neo.security.organizations-realm", REALM));
                HttpClient http = HttpClient.newHttpClient()) {
            ApiClient nobody =
                    new ApiClient(http, URI.create("http://127.0.0.1:" + ServiceApplication.port(service)), null);
            String refresh = login(nobody, acme).data().path("refresh_token").asString();
            Answer refreshed = nobody.post(
                            "/api/v1/auth/refresh", Map.of("tenant", acme, "refresh_token", refresh), Map.of())
                    .orRefuse();
            ApiClient ann = nobody.as(refreshed.data().path("access_token").asString());
            Answer me = ann.get("/api/v1/auth/me", Map.of()).orRefuse();
            assertThat(me.data().path("tenant").path("slug").asString()).isEqualTo(acme);
            assertThat(me.data().path("username").asString()).isEqualTo("ann@" + acme);
            assertThat(ann.get("/api/v1/tenants/" + globex + "/users", Map.of()).errorCode())
                    .isEqualTo("TENANT_FORBIDDEN");
            // believed by nobody whose tenants have realms of their own
            assertThat(platform.client()
                            .queries(login(nobody, acme)
                                    .data()
                                    .path("access_token")
                                    .asString())
                            .get("/api/v1/auth/me", Map.of())
                            .errorCode())
                    .isEqualTo("UNAUTHENTICATED");
        }
    }

    private static Answer login(ApiClient nobody, String tenant) {
        return nobody.post(
                        "/api/v1/auth/login",
                        Map.of("tenant", tenant, "username", "ann", "password", PASSWORD),
                        Map.of())
                .orRefuse();
    }

    private String tenant() {
        RealmTenant made = RealmTenant.withoutRealm(platform);
        RealmTools tools = RealmTools.of(platform);
        new KeycloakOrganizations(tools.client(), tools.documents(), REALM)
                .ensure(
                        TenantId.of(made.id()),
                        made.slug(),
                        made.slug(),
                        Optional.of(new RealmAdmin("ann", null, null)));
        platform.keycloak().admin().choosePassword(REALM, "ann@" + made.slug(), PASSWORD);
        return made.slug();
    }
}
