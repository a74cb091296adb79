package io.neomt.deploy.embedded.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.neomt.deploy.embedded.issuer.TokenSpec.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DevelopmentIssuerTest {

    private static final Clients CLIENTS = new Clients("worker", "worker-secret", "dev-secret");

    private final Path folder;
    private DevelopmentIssuer issuer;

    DevelopmentIssuerTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        issuer = DevelopmentIssuer.start(folder, 0, CLIENTS, Duration.ofMinutes(10));
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void aTokenVerifiesAgainstThePublishedKeysAndSaysWhoItIs() throws Exception {
        JWTClaimsSet claims = verify("tenant-acme", issuer.issueToken("tenant-acme", "ada"));
        assertThat(claims.getIssuer()).isEqualTo(issuer.baseUrl() + "/realms/tenant-acme");
        assertThat(claims.getSubject()).isEqualTo("ada");
        assertThat(claims.getAudience()).containsExactly("neo-api");
        assertThat(claims.getStringClaim("preferred_username")).isEqualTo("ada");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aRealmsKeyDoesNotVerifyAnotherRealmsToken() {
        issuer.issueToken("tenant-beta", "bob");
        String token = issuer.issueToken("tenant-acme", "ada");
        assertThatExceptionOfType(BadJOSEException.class).isThrownBy(() -> verify("tenant-beta", token));
    }

    @Test
    void afterARotationOldAndNewTokensVerify() throws Exception {
        String before = issuer.issueToken("NeoAdmin", "admin");
        issuer.rotateKey("NeoAdmin");
        String after = issuer.issueToken("NeoAdmin", "admin");
        assertThat(keys("NeoAdmin").getKeys()).hasSize(2);
        verify("NeoAdmin", before);
        verify("NeoAdmin", after);
    }

    @Test
    void keysSurviveARestart() throws Exception {
        String token = issuer.issueToken("NeoAdmin", "admin");
        issuer.close();
        issuer = DevelopmentIssuer.start(folder, 0, CLIENTS, Duration.ofMinutes(10));
        verify("NeoAdmin", token);
    }

    @Test
    void anotherProcessWithTheFolderMakesTokensOfTheSameRealm() throws Exception {
        verify("tenant-acme", new TokenMint(issuer.baseUrl(), folder).issueToken("tenant-acme", "ada"));
    }

    @Test
    void onlyPublicHalvesArePublished() throws Exception {
        assertThat(keys("NeoAdmin").getKeys()).isNotEmpty().noneMatch(key -> key.isPrivate());
    }

    @ParameterizedTest
    @EnumSource(value = Signature.class, mode = EnumSource.Mode.EXCLUDE, names = "REALM_KEY")
    void aTokenMadeToBeRefusedIsRefused(Signature signature) {
        String token = issuer.issueToken(TokenSpec.of("NeoAdmin", "admin").signature(signature));
        assertThatExceptionOfType(BadJOSEException.class).isThrownBy(() -> verify("NeoAdmin", token));
    }

    @Test
    void anExpiredTokenIsExpired() {
        String token = issuer.issueToken(TokenSpec.of("NeoAdmin", "admin").expired());
        assertThatExceptionOfType(BadJOSEException.class)
                .isThrownBy(() -> verify("NeoAdmin", token))
                .withMessageContaining("Expired");
    }

    @Test
    void theServiceAccountGetsATokenForItsSecret() throws Exception {
        Map<String, Object> answer =
                token("NeoAdmin", "grant_type=client_credentials&client_id=worker&client_secret=worker-secret", 200);
        assertThat(answer).containsEntry("token_type", "Bearer").containsEntry("expires_in", 600L);
        assertThat(verify("NeoAdmin", accessToken(answer)).getSubject()).isEqualTo("worker");
    }

    @Test
    void theDevelopmentSecretGivesATokenForAnybodyOfAnyRealm() throws Exception {
        Map<String, Object> answer =
                token("tenant-acme", "grant_type=password&username=ada&password=dev-secret&expires_in=60", 200);
        assertThat(answer).containsEntry("expires_in", 60L);
        assertThat(verify("tenant-acme", accessToken(answer)).getSubject()).isEqualTo("ada");
    }

    @Test
    void wrongSecretsRealmsAndGrantsAreRefused() throws Exception {
        String service = "grant_type=client_credentials&client_id=worker&client_secret=";
        assertThat(token("NeoAdmin", service + "wrong", 401)).containsEntry("error", "invalid_client");
        assertThat(token("tenant-acme", service + "worker-secret", 401)).containsEntry("error", "invalid_client");
        assertThat(token("NeoAdmin", "grant_type=password&username=a&password=b", 401))
                .containsEntry("error", "invalid_grant");
        assertThat(token("NeoAdmin", "grant_type=implicit", 400)).containsEntry("error", "unsupported_grant_type");
        assertThat(token("NeoAdmin", "%zz=1", 400)).containsEntry("error", "invalid_request");
        assertThat(token("NeoAdmin", "grant_type=password&username=a&password=dev-secret&expires_in=99999", 400))
                .containsEntry("error", "invalid_request");
    }

    @Test
    void discoveryNamesTheSameAddressesWhateverTheCallerSays() throws Exception {
        Map<String, Object> answer = json(get("/realms/NeoAdmin/.well-known/openid-configuration"));
        assertThat(answer)
                .containsEntry("issuer", issuer.baseUrl() + "/realms/NeoAdmin")
                .containsEntry("jwks_uri", issuer.baseUrl() + "/realms/NeoAdmin/protocol/openid-connect/certs");
    }

    @Test
    void realmsWithoutKeysAndOtherPathsAreNotFound() throws Exception {
        assertThat(get("/realms/tenant-nobody/protocol/openid-connect/certs").statusCode())
                .isEqualTo(404);
        assertThat(get("/realms/..%2f..%2fetc/protocol/openid-connect/certs").statusCode())
                .isEqualTo(404);
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
        assertThat(get("/realms/NeoAdmin/protocol/openid-connect/token").statusCode())
                .isEqualTo(405);
    }

    private JWTClaimsSet verify(String realm, String token) throws Exception {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(keys(realm))));
        return processor.process(token, null);
    }

    private JWKSet keys(String realm) throws Exception {
        return JWKSet.parse(
                get("/realms/" + realm + "/protocol/openid-connect/certs").body());
    }

    private Map<String, Object> token(String realm, String form, int status) throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(
                        URI.create(issuer.baseUrl() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(response.statusCode()).isEqualTo(status);
        return json(response);
    }

    private static String accessToken(Map<String, Object> answer) {
        return String.valueOf(answer.get("access_token"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(issuer.baseUrl() + path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Map<String, Object> json(HttpResponse<String> response) throws Exception {
        return JSONObjectUtils.parse(response.body());
    }
}
