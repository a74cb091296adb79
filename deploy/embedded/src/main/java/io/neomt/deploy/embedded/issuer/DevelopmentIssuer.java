package io.neomt.deploy.embedded.issuer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.neomt.deploy.embedded.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP server on loopback that issues tokens and publishes the keys they verify against, at the same paths as
 * Keycloak. For development and tests only: whoever knows the development secret is whoever he likes.
 */
public final class DevelopmentIssuer implements AutoCloseable {

    private static final Pattern PATH = Pattern.compile("/realms/([^/]+)/(.+)");
    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final RealmKeys keys;
    private final TokenMint mint;
    private final TokenEndpoint endpoint;

    private DevelopmentIssuer(HttpServer server, RealmKeys keys, TokenMint mint, TokenEndpoint endpoint) {
        this.server = server;
        this.keys = keys;
        this.mint = mint;
        this.endpoint = endpoint;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("issuer-", 0).factory());
    }

    /** @param port 0 takes a free one */
    public static DevelopmentIssuer start(Path keyFolder, int port, Clients clients, Duration lifetime)
            throws IOException {
        HttpServer server = HttpServer.create(Loopback.at(port), 0);
        RealmKeys keys = new RealmKeys(keyFolder);
        TokenMint mint = new TokenMint(baseUrl(server), keys);
        DevelopmentIssuer issuer =
                new DevelopmentIssuer(server, keys, mint, new TokenEndpoint(mint, clients, lifetime));
        keys.signing(TokenEndpoint.PLATFORM_REALM);
        server.createContext("/", issuer::handle);
        server.setExecutor(issuer.threads);
        server.start();
        return issuer;
    }

    /** What stands before {@code /realms/}. */
    public URI baseUrl() {
        return baseUrl(server);
    }

    /** A good token of one hour. */
    public String issueToken(String realm, String subject) {
        return mint.issueToken(realm, subject);
    }

    public String issueToken(TokenSpec spec) {
        return mint.issueToken(spec);
    }

    /** The next token of this realm is signed by a new key; the older keys stay published. */
    public void rotateKey(String realm) {
        mint.rotateKey(realm);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static URI baseUrl(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonAnswer answer = answer(exchange);
            byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private JsonAnswer answer(HttpExchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            return JsonAnswer.error(404, "not_found");
        }
        String realm = path.group(1);
        boolean get = "GET".equals(exchange.getRequestMethod());
        return switch (path.group(2)) {
            case ".well-known/openid-configuration" -> get ? discovery(realm) : notAllowed();
            case "protocol/openid-connect/certs" -> get ? certificates(realm) : notAllowed();
            case "protocol/openid-connect/token" -> get ? notAllowed() : token(realm, exchange);
            default -> JsonAnswer.error(404, "not_found");
        };
    }

    private JsonAnswer certificates(String realm) {
        return keys.exists(realm) ? new JsonAnswer(200, keys.published(realm).toJSONObject()) : unknownRealm();
    }

    private JsonAnswer discovery(String realm) {
        if (!keys.exists(realm)) {
            return unknownRealm();
        }
        // built from the configured address: a Host header must not decide where keys are fetched
        String issuer = mint.issuerOf(realm);
        String base = issuer + "/protocol/openid-connect/";
        return new JsonAnswer(
                200,
                Map.of(
                        "issuer", issuer,
                        "jwks_uri", base + "certs",
                        "token_endpoint", base + "token",
                        "grant_types_supported", List.of("client_credentials", "password"),
                        "response_types_supported", List.of("token"),
                        "subject_types_supported", List.of("public"),
                        "id_token_signing_alg_values_supported", List.of("ES256")));
    }

    private JsonAnswer token(String realm, HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES || !RealmKeys.isName(realm)) {
            return JsonAnswer.error(400, "invalid_request");
        }
        return endpoint.answer(
                realm,
                new String(body, StandardCharsets.UTF_8),
                exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static JsonAnswer unknownRealm() {
        return JsonAnswer.error(404, "realm_not_found");
    }

    private static JsonAnswer notAllowed() {
        return JsonAnswer.error(405, "method_not_allowed");
    }
}
