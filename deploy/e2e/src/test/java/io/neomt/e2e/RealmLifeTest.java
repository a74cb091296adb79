package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.event.TenantEvent.TenantPurged;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A tenant with a realm, from its making to its purge: who may sign in, and what tokens open meanwhile. */
class RealmLifeTest {

    private static final String PASSWORD = "a new password";

    private final KeycloakPlatform platform = KeycloakPlatform.shared();
    private final RealmTenant acme = RealmTenant.create(platform);
    private final String realm = "tenant-" + acme.slug();
    private final String path = "/api/v1/admin/tenants/" + acme.id();

    @Test
    void whoMaySignInFollowsTheTenantToItsEnd() {
        acme.choosePassword("ann", PASSWORD);
        String ann = signIn();
        Waiting.until("ann may ask", () -> users(ann).status() == 200);

        act("/suspend", Map.of("reason", "a test"));
        refusedEverywhere(ann, "TENANT_SUSPENDED");
        closed();
        act("/resume", Map.of());
        opened();
        Waiting.until("her token is good again", () -> users(ann).status() == 200);

        delete("");
        platform.awaitStatus(acme.id(), "deleted");
        refusedEverywhere(ann, "TENANT_DELETED");
        closed();
        act("/restore", Map.of());
        platform.awaitActive(acme.id());
        signIn();
        Waiting.until("her token is good once more", () -> users(ann).status() == 200);

        delete("?purge_after=PT0S");
        platform.awaitStatus(acme.id(), "purged");
        assertThat(new RealmUsers(platform.keycloak().admin()).users(acme.slug()))
                .isEmpty();
        assertThat(platform.events().last(UUID.fromString(acme.id())))
                .isInstanceOfSatisfying(TenantPurged.class, purged -> assertThat(purged.removed())
                        .contains("realm " + realm));
        refusedEverywhere(ann, "TENANT_DELETED");
        assertThat(acme.login("ann", PASSWORD).errorCode()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(platform.adminCommands()
                        .post("/api/v1/admin/tenants", Map.of("name", "Again", "slug", acme.slug()), Map.of())
                        .errorCode())
                .isEqualTo("SLUG_TAKEN");
    }

    private String signIn() {
        return acme.login("ann", PASSWORD)
                .orRefuse()
                .data()
                .path("access_token")
                .asString();
    }

    private Answer users(String token) {
        return platform.client().queries(token).get("/api/v1/users", Map.of());
    }

    private void act(String what, Map<String, String> body) {
        platform.adminCommands().post(path + what, body, Map.of()).orRefuse();
    }

    private void delete(String parameters) {
        platform.adminCommands().delete(path + parameters, null, Map.of()).orRefuse();
    }

    private void closed() {
        Waiting.until(
                "nobody signs in", () -> acme.login("ann", PASSWORD).errorCode().equals("TENANT_NOT_ACTIVE"));
    }

    private void opened() {
        Waiting.until("ann signs in", () -> acme.login("ann", PASSWORD).status() == 200);
    }

    /** Soon, and then for good. */
    private void refusedEverywhere(String token, String code) {
        ApiClient worker = platform.client().provisioning(token);
        Waiting.until("the query API knows", () -> users(token).errorCode().equals(code));
        Waiting.until("the command service knows", () -> platform.client()
                .commands(token)
                .post("/api/v1/users", Map.of("username", "eve"), Map.of())
                .errorCode()
                .equals(code));
        assertThat(worker.get(path + "/provisioning", Map.of()).status()).isEqualTo(403);
        assertThat(List.of(users(token).errorCode())).containsOnly(code);
    }
}
