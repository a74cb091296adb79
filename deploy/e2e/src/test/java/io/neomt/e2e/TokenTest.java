package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Only a valid token of a known realm opens anything. */
class TokenTest {

    private final TestPlatform platform = TestPlatform.shared();

    @Test
    void anExpiredTokenIsRefused() {
        assertUnauthenticated(platform.tokens().expired());
    }

    @Test
    void aTokenOfAForeignIssuerIsRefused() {
        assertUnauthenticated(platform.tokens().ofAnotherIssuer());
    }

    @Test
    void aTokenSignedByAKeyThatNobodyPublishedIsRefused() {
        assertUnauthenticated(platform.tokens().ofAnUnknownKey());
    }

    @Test
    void aTokenSignedWithThePublicKeyAsSecretIsRefused() {
        assertUnauthenticated(platform.tokens().signedWithThePublicKey());
    }

    @Test
    void anUnsignedTokenIsRefused() {
        assertUnauthenticated(platform.tokens().unsigned());
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        assertUnauthenticated(platform.tokens().forAnotherAudience());
    }

    @Test
    void aTokenThatNamesAnotherRealmThanTheOneThatSignedItIsRefused() {
        assertUnauthenticated(platform.tokens().ofAnotherRealmsKey());
    }

    @Test
    void aTokenSignedByARotatedKeyIsAcceptedOnceTheKeysAreFetchedAgain() {
        platform.tokens().rotateKeys();
        String token = platform.tokens().valid();
        Waiting.until(
                "the token of the new key is accepted by both services",
                () -> isAccepted(platform.client().queries(token))
                        && isAccepted(platform.client().commands(token)));
    }

    /** Whoever is refused for what the request says has been recognized before. */
    private static boolean isAccepted(ApiClient service) {
        return service.post("/api/v1/admin/organizations", Map.of(), Map.of()).status() != 401;
    }

    private void assertUnauthenticated(String token) {
        for (Answer answer : java.util.List.of(
                platform.client()
                        .commands(token)
                        .post("/api/v1/admin/organizations", Map.of("name", "X", "slug", "xx"), Map.of()),
                platform.client().queries(token).get("/api/v1/admin/tenants", Map.of()))) {
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(401);
            assertThat(answer.errorCode()).isEqualTo("UNAUTHENTICATED");
        }
    }
}
