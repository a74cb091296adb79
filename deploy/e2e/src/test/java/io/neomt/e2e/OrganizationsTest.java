package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A platform whose tenants are organizations of one realm. */
class OrganizationsTest {

    private static final String PASSWORD = "a new password";

    private final KeycloakPlatform platform = KeycloakPlatform.ofOrganizations();

    @Test
    void usersOfEveryTenantSignInToOneRealmAndActInTheirOwnOnly() {
        RealmTenant acme = RealmTenant.create(platform);
        RealmTenant globex = RealmTenant.create(platform);
        assertThat(acme.login("ann", acme.initialPassword()).errorCode()).isEqualTo("ACCOUNT_UNFINISHED");
        acme.choosePassword("ann", PASSWORD);
        globex.choosePassword("ann", "another password");
        assertThat(globex.login("ann", PASSWORD).errorCode()).isEqualTo("INVALID_CREDENTIALS");

        String ann = access(refreshed(acme, acme.login("ann", PASSWORD).orRefuse()));
        ApiClient queries = platform.client().queries(ann);
        ApiClient commands = platform.client().commands(ann);
        Answer me = queries.get("/api/v1/auth/me", Map.of()).orRefuse();
        assertThat(me.data().path("tenant").path("slug").asString()).isEqualTo(acme.slug());
        assertThat(me.data().path("username").asString()).isEqualTo("ann@" + acme.slug());

        Answer bob = commands.post("/api/v1/users", Map.of("username", "bob"), Map.of())
                .orRefuse();
        Map<String, String> check = Map.of("user_id", bob.id(), "permission", "users.read.own");
        assertThat(queries.post("/api/v1/check", check, bob.consistency())
                        .orRefuse()
                        .data()
                        .path("allowed")
                        .asBoolean())
                .isFalse();
        Answer given = commands.post(
                        "/api/v1/users/" + bob.id() + "/permissions",
                        Map.of("permission", "users.read.tenant", "effect", "allow"),
                        Map.of())
                .orRefuse();
        assertThat(queries.post("/api/v1/check", check, given.consistency())
                        .orRefuse()
                        .data()
                        .path("allowed")
                        .asBoolean())
                .isTrue();

        opensNothingElsewhere(ann, globex);
    }

    @Test
    void aClosedOrganizationSignsNobodyIn() {
        RealmTenant acme = RealmTenant.create(platform);
        acme.choosePassword("ann", PASSWORD);
        String ann = access(acme.login("ann", PASSWORD).orRefuse());
        String path = "/api/v1/admin/tenants/" + acme.id();
        platform.adminCommands()
                .post(path + "/suspend", Map.of("reason", "a test"), Map.of())
                .orRefuse();
        Waiting.until("nobody signs in", () -> acme.login("ann", PASSWORD).status() != 200);
        assertThat(platform.client().queries(ann).get("/api/v1/users", Map.of()).errorCode())
                .isEqualTo("TENANT_SUSPENDED");
        platform.adminCommands().post(path + "/resume", Map.of(), Map.of()).orRefuse();
        Waiting.until("ann signs in again", () -> acme.login("ann", PASSWORD).status() == 200);
    }

    private void opensNothingElsewhere(String ann, RealmTenant globex) {
        String users = "/api/v1/tenants/" + globex.slug() + "/users";
        assertThat(platform.client().queries(ann).get(users, Map.of()).errorCode())
                .isEqualTo("TENANT_FORBIDDEN");
        assertThat(platform.client()
                        .commands(ann)
                        .post(users, Map.of("username", "eve"), Map.of())
                        .errorCode())
                .isEqualTo("TENANT_FORBIDDEN");
        assertThat(platform.client()
                        .provisioning(ann)
                        .get("/api/v1/admin/tenants/" + globex.slug() + "/provisioning", Map.of())
                        .errorCode())
                .isEqualTo("TENANT_FORBIDDEN");
        // believed by nobody whose tenants have realms of their own
        KeycloakPlatform realms = KeycloakPlatform.shared();
        assertThat(realms.client().queries(ann).get("/api/v1/auth/me", Map.of()).errorCode())
                .isEqualTo("UNAUTHENTICATED");
        assertThat(realms.client()
                        .commands(ann)
                        .post("/api/v1/users", Map.of(), Map.of())
                        .errorCode())
                .isEqualTo("UNAUTHENTICATED");
    }

    private Answer refreshed(RealmTenant tenant, Answer tokens) {
        String refresh = tokens.data().path("refresh_token").asString();
        return platform.auth("refresh", Map.of("tenant", tenant.slug(), "refresh_token", refresh))
                .orRefuse();
    }

    private static String access(Answer tokens) {
        return tokens.data().path("access_token").asString();
    }
}
