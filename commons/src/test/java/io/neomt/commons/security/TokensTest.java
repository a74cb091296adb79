package io.neomt.commons.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which tokens are believed, against a real issuer. */
class TokensTest {

    private static final Duration SKEW = Duration.ofSeconds(30);

    private final Issuer issuer = new Issuer();
    private final HttpClient http = HttpClient.newHttpClient();
    private Instant now = Instant.now();
    private final Authenticator authenticator = authenticator(() -> now, issuer.baseUrl());

    @AfterEach
    void stop() {
        issuer.close();
        http.close();
    }

    @Test
    void aTenantRealmsTokenSpeaksForItsTenant() throws Exception {
        assertThat(authenticate(issuer.token("tenant-acme", "alice")))
                .isEqualTo(new Caller(
                        "tenant-acme",
                        "acme",
                        "alice",
                        "alice@example.test",
                        false,
                        new Person("alice@example.test", null, null)));
    }

    @Test
    void whatTheRealmSaysOfAPersonIsTakenOver() throws Exception {
        assertThat(person(c -> c.claim("name", "Alice Lee").claim("email", "a@b.test")))
                .isEqualTo(new Person("alice@example.test", null, "Alice Lee"));
        assertThat(person(c -> c.claim("email", "a@b.test").claim("email_verified", true)))
                .isEqualTo(new Person("alice@example.test", "a@b.test", null));
        assertThat(person(c -> c.claim("email", "a@b.test").claim("email_verified", "true")))
                .isEqualTo(new Person("alice@example.test", null, null));
        assertThat(person(c -> c.claim("name", 7).claim("email", List.of()).claim("email_verified", true)))
                .isEqualTo(new Person("alice@example.test", null, null));
    }

    @Test
    void whoMightBeAServiceAccountIsNoPerson() throws Exception {
        assertThat(person(c -> c.claim("preferred_username", "service-account-reports")))
                .isNull();
        assertThat(person(c -> c.claim("preferred_username", null))).isNull();
        assertThat(person(c -> c.claim("preferred_username", "x".repeat(256)))).isNull();
        assertThat(person(c -> c.claim("client_id", "reports"))).isNull();
        assertThat(person(c -> c.claim("clientHost", "10.0.0.7"))).isNull();
        assertThat(person(c -> c.claim("azp", "alice"))).isNull();
        assertThat(person(c -> c.claim("azp", "frontend"))).isNotNull();
    }

    private @Nullable Person person(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return authenticate(with(change)).person();
    }

    @Test
    void thePlatformRealmsTokenSpeaksForThePlatform() throws Exception {
        Caller caller = authenticate(issuer.token("NeoAdmin", "root"));
        assertThat(caller.platform()).isTrue();
        assertThat(caller.tenantSlug()).isEqualTo("platform");
    }

    @Test
    void aRealmThatMerelyCallsItselfPlatformIsForeign() {
        refuses(issuer.token("tenant-platform", "root"), "issuer");
        assertThat(issuer.asked()).isEmpty();
    }

    @Test
    void aForeignIssuerIsNeverContacted() {
        try (Issuer foreign = new Issuer()) {
            refuses(foreign.token("tenant-acme", "alice"), "issuer");
            assertThat(foreign.asked()).isEmpty();
        }
        refuses(with(claims -> claims.issuer(issuer.baseUrl() + ".evil.test/realms/tenant-acme")), "issuer");
        refuses(with(claims -> claims.issuer(issuer.issuerOf("tenant-acme/../tenant-b"))), "issuer");
        refuses(with(claims -> claims.issuer(null)), "issuer");
        assertThat(issuer.asked()).isEmpty();
    }

    @Test
    void anExpiredTokenIsRefusedAfterTheSkewAndNotBefore() throws Exception {
        String token = issuer.token("tenant-acme", "alice");
        now = now.plusSeconds(300 + 29);
        authenticate(token);
        now = now.plusSeconds(2);
        refuses(token, "expired");
    }

    @Test
    void aTokenFromTheFutureIsRefused() {
        Date later = Date.from(now.plusSeconds(60));
        refuses(with(claims -> claims.notBeforeTime(later)), "not valid yet");
        refuses(with(claims -> claims.issueTime(later)), "future");
    }

    @Test
    void aTokenThatNeverExpiresIsRefused() {
        refuses(with(claims -> claims.expirationTime(null)), "never expires");
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        refuses(with(claims -> claims.audience("other-api")), "not meant for");
        refuses(with(claims -> claims.audience((String) null)), "not meant for");
    }

    @Test
    void aTokenWithoutASubjectIsRefused() {
        refuses(with(claims -> claims.subject(null)), "no subject");
        refuses(with(claims -> claims.subject(" ")), "no subject");
    }

    @Test
    void anUnsignedTokenIsRefused() {
        refuses(new PlainJWT(claims()).serialize(), "not a signed JWT");
        String signed = issuer.sign(claims());
        refuses(signed.substring(0, signed.lastIndexOf('.') + 1), "not a signed JWT");
        refuses("x.y.z", "not a signed JWT");
        refuses("", "not a signed JWT");
    }

    @Test
    void aTokenSignedWithThePublicKeyAsSecretIsRefused() throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build(), claims());
        jwt.sign(new MACSigner(issuer.key().toPublicJWK().toJSONString().getBytes(UTF_8)));
        refuses(jwt.serialize(), "algorithm");
    }

    @Test
    void anAlgorithmThatIsNotListedIsRefused() throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("key-1").build(), claims());
        jwt.sign(new RSASSASigner(issuer.key()));
        refuses(jwt.serialize(), "algorithm");
    }

    @Test
    void aTokenSignedWithAnotherKeyOfTheSameNameIsRefused() {
        refuses(Issuer.sign(claims(), Issuer.newKey("key-1")), "signature");
    }

    @Test
    void changedClaimsAreRefused() {
        String[] mine = issuer.sign(claims()).split("\\.", -1);
        String[] theirs = issuer.token("tenant-acme", "bob").split("\\.", -1);
        refuses(mine[0] + "." + theirs[1] + "." + mine[2], "signature");
    }

    @Test
    void aRotatedKeyIsFetchedWhenATokenNamesIt() throws Exception {
        authenticate(issuer.token("tenant-acme", "alice"));
        issuer.rotate("key-2");
        now = now.plusSeconds(11);
        assertThat(authenticate(issuer.token("tenant-acme", "bob")).externalId())
                .isEqualTo("bob");
    }

    @Test
    void unknownKeysCannotMakeUsFloodTheIssuer() {
        for (int i = 0; i < 20; i++) {
            refuses(Issuer.sign(claims(), Issuer.newKey("made-up-" + i)), "key is not one");
        }
        assertThat(issuer.asked()).hasSize(1);
    }

    @Test
    void knownKeysOutliveTheIssuer() throws Exception {
        authenticate(issuer.token("tenant-acme", "alice"));
        String another = issuer.token("tenant-acme", "bob");
        issuer.close();
        now = now.plusSeconds(240);
        assertThat(authenticate(another).externalId()).isEqualTo("bob");
    }

    @Test
    void withoutAnyKeysNothingIsSaidAboutAToken() {
        issuer.close();
        assertThatThrownBy(() -> authenticate(issuer.token("tenant-acme", "alice")))
                .isInstanceOf(KeysUnavailableException.class);
    }

    @Test
    void aVerifiedTokenIsNotVerifiedAgain() throws Exception {
        String token = issuer.token("tenant-acme", "alice");
        Caller first = authenticate(token);
        assertThat(authenticate(token)).isSameAs(first);
    }

    private Caller authenticate(String token) throws UnauthenticatedException {
        return authenticator.authenticate(token).caller();
    }

    private JWTClaimsSet claims() {
        return issuer.claims("tenant-acme", "alice").build();
    }

    private String with(UnaryOperator<JWTClaimsSet.Builder> change) {
        return issuer.sign(change.apply(issuer.claims("tenant-acme", "alice")).build());
    }

    private void refuses(String token, String reason) {
        assertThatThrownBy(() -> authenticate(token))
                .isInstanceOf(UnauthenticatedException.class)
                .hasMessageContaining(reason);
    }

    private Authenticator authenticator(InstantSource clock, URI baseUrl) {
        Realms realms = new Realms(baseUrl, "NeoAdmin", null);
        return new Authenticator(
                new TokenVerifier(realms, new HttpKeyFetcher(http, realms), "neo-api", SKEW, clock),
                Revocations.NONE,
                clock);
    }
}
