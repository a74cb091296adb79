package io.neomt.commons.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One realm for the users of all tenants: the token's organization says which of them it is about. */
class OrganizationsTest {

    private final Issuer issuer = new Issuer();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Realms realms = new Realms(issuer.baseUrl(), "NeoAdmin", "NeoTenants");
    private Revocations.Standing standing = Revocations.Standing.GOOD;
    private final Authenticator authenticator = new Authenticator(
            new TokenVerifier(
                    realms,
                    new HttpKeyFetcher(http, realms),
                    "neo-api",
                    Duration.ofSeconds(30),
                    InstantSource.system()),
            _ -> standing,
            InstantSource.system());

    @AfterEach
    void stop() {
        issuer.close();
        http.close();
    }

    @Test
    void theTokensOrganizationIsItsTenant() throws Exception {
        for (Object claim : List.of(List.of("acme"), Map.of("acme", Map.of("id", "1")))) {
            Caller caller = authenticator.authenticate(inOrganization(claim)).caller();
            assertThat(caller.tenantSlug()).isEqualTo("acme");
            assertThat(caller.platform()).isFalse();
        }
    }

    @Test
    void whoNamesNoOrganizationOrSeveralActsNowhere() {
        refuses(issuer.token("NeoTenants", "ann"), "organization");
        refuses(inOrganization(List.of()), "organization");
        refuses(inOrganization(List.of("acme", "globex")), "organization");
        refuses(inOrganization("acme"), "organization");
        refuses(inOrganization(List.of(7)), "organization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "Acme", "acme/../x", "", "a"})
    void whatIsNoTenantsSlugIsNoOrganization(String name) {
        refuses(inOrganization(List.of(name)), "organization");
    }

    @Test
    void otherRealmsAreForeignThenAndThePlatformsIsNot() throws Exception {
        refuses(issuer.token("tenant-acme", "ann"), "issuer");
        assertThat(authenticator
                        .authenticate(issuer.token("NeoAdmin", "root"))
                        .caller()
                        .platform())
                .isTrue();
    }

    @Test
    void aTokenOfAnEndedSessionIsRefusedAlsoWhenItWasGoodBefore() throws Exception {
        String token = issuer.sign(
                issuer.claims("NeoAdmin", "root").claim("sid", "s-1").build());
        assertThat(authenticator.authenticate(token).session())
                .isNotNull()
                .satisfies(session -> assertThat(session.realm()).isEqualTo("NeoAdmin"))
                .satisfies(session -> assertThat(session.id()).isEqualTo("s-1"))
                .satisfies(session -> assertThat(session.issuedAt()).isBeforeOrEqualTo(Instant.now()));
        standing = Revocations.Standing.REVOKED;
        refuses(token, "session was ended");
        standing = Revocations.Standing.UNKNOWN;
        assertThatThrownBy(() -> authenticator.authenticate(token)).isInstanceOf(SessionsUnavailableException.class);
        assertThat(authenticator.authenticate(issuer.token("NeoAdmin", "root")).session())
                .isNull();
    }

    private String inOrganization(Object claim) {
        return issuer.sign(
                issuer.claims("NeoTenants", "ann").claim("organization", claim).build());
    }

    private void refuses(String token, String reason) {
        assertThatThrownBy(() -> authenticator.authenticate(token))
                .isInstanceOf(UnauthenticatedException.class)
                .hasMessageContaining(reason);
    }
}
