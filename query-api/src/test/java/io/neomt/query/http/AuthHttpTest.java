package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.connections.Tenant;
import io.neomt.deploy.embedded.issuer.TokenSpec;
import io.neomt.query.worlds.Ids;
import io.neomt.testkit.backends.Backends;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in and out by the development issuer; a real provider's part is tested end to end. */
class AuthHttpTest {

    private static QueryApi api;

    @BeforeAll
    static void start() {
        api = new QueryApi();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void aPasswordGivesATokenThatSaysWhoItsBearerIs() {
        Client.Answer tokens = login(api.acme.slug(), "ann", secret()).is(200);
        assertThat(tokens.header("Cache-Control")).isEqualTo("no-store");
        assertThat(tokens.text("/data/token_type")).isEqualTo("Bearer");
        assertThat(tokens.at("/data/expires_in").asLong()).isPositive();

        Client.Answer me =
                bearer(tokens.text("/data/access_token")).get("/api/v1/auth/me").is(200);
        assertThat(me.text("/data/external_id")).isEqualTo("ann");
        assertThat(me.text("/data/user_id")).isEqualTo(Ids.user("ann").toString());
        assertThat(me.text("/data/tenant/slug")).isEqualTo(api.acme.slug());
        assertThat(me.at("/data/platform").booleanValue()).isFalse();
        api.nobody().get("/api/v1/auth/me").refused(401, "UNAUTHENTICATED");
    }

    @Test
    void whatIsWrongAboutCredentialsIsNotTold() {
        login(api.acme.slug(), "ann", "wrong").refused(401, "INVALID_CREDENTIALS");
        login("nobody-here", "ann", "wrong").refused(401, "INVALID_CREDENTIALS");
        refresh(api.acme.slug(), "made-up").refused(401, "INVALID_CREDENTIALS");
        login("../NeoAdmin", "ann", secret()).refused(400, "VALIDATION_ERROR");
        login("Acme\"; drop schema", "ann", secret()).refused(400, "VALIDATION_ERROR");
        api.nobody().post("/api/v1/auth/login", "{\"tenant\":\"acme\"}").refused(400, "VALIDATION_ERROR");
    }

    @Test
    void whoSignsOutIsOutWithEveryTokenOfTheSessionAndNobodyElse() {
        String session = UUID.randomUUID().toString();
        Client one = bearer(token(api.acme, session));
        Client another = bearer(token(api.acme, session));
        Client elsewhere = bearer(token(api.other, session));
        one.get("/api/v1/auth/me").is(200);

        one.post("/api/v1/auth/logout", "{\"refresh_token\":\"made-up\"}").is(204);

        one.get("/api/v1/auth/me").refused(401, "UNAUTHENTICATED");
        another.get("/api/v1/auth/me").refused(401, "UNAUTHENTICATED");
        elsewhere.get("/api/v1/auth/me").is(200);
        api.as(api.acme, "ann")
                .post("/api/v1/auth/logout", "{\"refresh_token\":\"made-up\"}")
                .refused(422, "NO_SESSION");
    }

    private static String token(Tenant tenant, String session) {
        return Backends.shared()
                .issuer()
                .issueToken(TokenSpec.of("tenant-" + tenant.slug(), "ann").claim("sid", session));
    }

    private static Client.Answer login(String tenant, String username, String password) {
        return api.nobody()
                .post(
                        "/api/v1/auth/login",
                        "{\"tenant\":\"%s\",\"username\":\"%s\",\"password\":\"%s\"}"
                                .formatted(tenant.replace("\"", "\\\""), username, password));
    }

    private static Client.Answer refresh(String tenant, String token) {
        return api.nobody()
                .post("/api/v1/auth/refresh", "{\"tenant\":\"%s\",\"refresh_token\":\"%s\"}".formatted(tenant, token));
    }

    private static Client bearer(String token) {
        Client nobody = api.nobody();
        return new Client(nobody.http(), nobody.base(), token);
    }

    private static String secret() {
        return Backends.shared().addresses().developmentSecret();
    }
}
