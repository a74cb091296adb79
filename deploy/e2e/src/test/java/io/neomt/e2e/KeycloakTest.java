package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.embedded.issuer.TokenMint;
import io.neomt.deploy.embedded.issuer.TokenSpec;
import io.neomt.testkit.backends.Backends;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People sign in through a real Keycloak, and its tokens open what the development issuer's do. */
class KeycloakTest {

    private final KeycloakPlatform platform = KeycloakPlatform.shared();

    @Test
    void aFirstAdminChoosesAPasswordSignsInActsAndSignsOutForGood() {
        RealmTenant acme = RealmTenant.create(platform);
        Answer first = acme.login("ann", acme.initialPassword());
        assertThat(first.status()).as("%s", first.body()).isEqualTo(403);
        assertThat(first.errorCode()).isEqualTo("ACCOUNT_UNFINISHED");
        assertThat(acme.login("ann", "wrong-password").errorCode()).isEqualTo("INVALID_CREDENTIALS");

        acme.choosePassword("ann", "a new password");
        Answer tokens = acme.login("ann", "a new password").orRefuse();
        assertThat(tokens.data().path("expires_in").asLong()).isEqualTo(300);
        ApiClient queries = platform.client().queries(access(tokens));
        ApiClient commands = platform.client().commands(access(tokens));
        Waiting.until(
                "ann is the tenant's administrator",
                () -> queries.get("/api/v1/roles", Map.of()).status() == 200);
        Answer me = queries.get("/api/v1/auth/me", Map.of()).orRefuse();
        assertThat(me.data().path("username").asString()).isEqualTo("ann");
        assertThat(me.data().path("user_id").asString()).isNotEmpty();
        assertThat(me.data().path("tenant").path("slug").asString()).isEqualTo(acme.slug());

        Answer refreshed = platform.auth("refresh", Map.of("tenant", acme.slug(), "refresh_token", refresh(tokens)))
                .orRefuse();
        assertThat(platform.auth("refresh", Map.of("tenant", acme.slug(), "refresh_token", refresh(tokens)))
                        .errorCode())
                .isEqualTo("INVALID_CREDENTIALS");

        assertThat(queries.post("/api/v1/auth/logout", Map.of("refresh_token", refresh(refreshed)), Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(queries.get("/api/v1/auth/me", Map.of()).errorCode()).isEqualTo("UNAUTHENTICATED");
        assertThat(platform.client()
                        .queries(access(refreshed))
                        .get("/api/v1/auth/me", Map.of())
                        .errorCode())
                .isEqualTo("UNAUTHENTICATED");
        Waiting.until(
                "the command service knows, too",
                () -> commands.post("/api/v1/roles", Map.of(), Map.of()).status() == 401);
        assertThat(platform.auth("refresh", Map.of("tenant", acme.slug(), "refresh_token", refresh(refreshed)))
                        .errorCode())
                .isEqualTo("INVALID_CREDENTIALS");
    }

    @Test
    void aTokenOfAnotherRealmOpensNothing() {
        RealmTenant acme = RealmTenant.create(platform);
        RealmTenant globex = RealmTenant.create(platform);
        acme.choosePassword("ann", "a new password");
        String token = access(acme.login("ann", "a new password"));
        assertThat(platform.client()
                        .queries(token)
                        .get("/api/v1/tenants/" + globex.slug() + "/users", Map.of())
                        .errorCode())
                .isEqualTo("TENANT_FORBIDDEN");
        assertThat(platform.client()
                        .commands(token)
                        .post("/api/v1/tenants/" + globex.slug() + "/users", Map.of("username", "eve"), Map.of())
                        .errorCode())
                .isEqualTo("TENANT_FORBIDDEN");
        assertThat(globex.login("ann", "a new password").errorCode()).isEqualTo("INVALID_CREDENTIALS");
    }

    @Test
    void aTenantGetsARealmThatWasMadeAheadOfTimeAndTheNextOneIsMade() {
        Waiting.until("a realm is ready", () -> !platform.spareRealms().isEmpty());
        List<String> before = platform.spareRealms();
        RealmTenant.create(platform);
        assertThat(platform.spareRealms()).doesNotContainAnyElementsOf(before);
        Waiting.until("the next one is ready", () -> !platform.spareRealms().isEmpty());
    }

    @Test
    void aForgedIssuerOpensNothing(@TempDir Path keys) {
        RealmTenant acme = RealmTenant.create(platform);
        TokenMint forger = new TokenMint(platform.keycloak().baseUrl(), keys);
        believedByNobody(forger.issueToken(TokenSpec.of("tenant-" + acme.slug(), "ann")));
        believedByNobody(forger.issueToken(TokenSpec.of("master", "ann")));
        believedByNobody(Backends.shared().issuer().issueToken("NeoAdmin", "admin"));
    }

    private void believedByNobody(String token) {
        for (Answer answer :
                List.of(me(token), platform.client().commands(token).post("/api/v1/users", Map.of(), Map.of()))) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.errorCode()).isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void nobodyIsToldWhichPartOfWrongCredentialsIsWrong() {
        Answer nowhere = platform.auth("login", Map.of("tenant", "nobody-here", "username", "ann", "password", "x"));
        assertThat(nowhere.status()).isEqualTo(401);
        assertThat(nowhere.errorCode()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(platform.auth("login", Map.of("tenant", "../master", "username", "ann", "password", "x"))
                        .errorCode())
                .isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void tokensAreGoodWhileKeycloakIsAwayAndNobodySignsInMeanwhile() {
        RealmTenant acme = RealmTenant.create(platform);
        acme.choosePassword("ann", "a new password");
        String known = access(acme.login("ann", "a new password").orRefuse());
        String unseen = access(acme.login("ann", "a new password").orRefuse());
        assertThat(me(known).status()).isEqualTo(200);
        try (Paused _ = Paused.program("keycloak.args")) {
            assertThat(me(unseen).status()).isEqualTo(200);
            assertThat(acme.login("ann", "a new password").status()).isEqualTo(503);
        }
        // although Keycloak is still busy with the attempt that nobody waits for any more
        assertThat(acme.login("ann", "a new password").status()).isEqualTo(200);
    }

    @Test
    void nobodyIsRefusedForSigningInTwiceAtOnceAndGuessesLockTheAccount() {
        RealmTenant acme = RealmTenant.create(platform);
        acme.choosePassword("ann", "a new password");
        assertThat(atOnce(6, () -> acme.login("ann", "a new password").status()))
                .containsOnly(200);
        assertThat(atOnce(2, () -> acme.login("ann", "guessed").status())).containsOnly(401);
        assertThat(acme.login("ann", "a new password").status()).isEqualTo(401);
    }

    private static <T> List<T> atOnce(int times, Callable<T> action) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(times, action)).stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Answer me(String token) {
        return platform.client().queries(token).get("/api/v1/auth/me", Map.of());
    }

    private static String access(Answer tokens) {
        return tokens.data().path("access_token").asString();
    }

    private static String refresh(Answer tokens) {
        return tokens.data().path("refresh_token").asString();
    }
}
