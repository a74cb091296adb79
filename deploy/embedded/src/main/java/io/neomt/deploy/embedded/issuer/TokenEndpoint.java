package io.neomt.deploy.embedded.issuer;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2's token endpoint: {@code client_credentials} for the service account, {@code password} for people, where the
 * password of everybody is the development secret.
 */
final class TokenEndpoint {

    static final String PLATFORM_REALM = "NeoAdmin";
    private static final int MAX_LIFETIME_SECONDS = 86_400;

    private final TokenMint mint;
    private final Clients clients;
    private final Duration lifetime;

    TokenEndpoint(TokenMint mint, Clients clients, Duration lifetime) {
        this.mint = mint;
        this.clients = clients;
        this.lifetime = lifetime;
    }

    JsonAnswer answer(String realm, String body, @Nullable String authorization) {
        Map<String, String> form;
        try {
            form = form(body);
        } catch (IllegalArgumentException e) {
            return refused(400, "invalid_request", "the body is not a form");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> serviceToken(realm, form, authorization);
            case "password" -> userToken(realm, form);
            default -> refused(400, "unsupported_grant_type", "grant_type is client_credentials or password");
        };
    }

    private JsonAnswer serviceToken(String realm, Map<String, String> form, @Nullable String authorization) {
        String[] basic = basic(authorization);
        String id = basic.length == 2 ? basic[0] : form.getOrDefault("client_id", "");
        String secret = basic.length == 2 ? basic[1] : form.getOrDefault("client_secret", "");
        if (!PLATFORM_REALM.equals(realm) || !clients.isService(id, secret)) {
            return refused(401, "invalid_client", "no such client with this secret in realm " + realm);
        }
        return token(TokenSpec.of(realm, id).username("service-account-" + id), lifetime);
    }

    private JsonAnswer userToken(String realm, Map<String, String> form) {
        String user = form.getOrDefault("username", "");
        if (user.isEmpty() || !clients.isDeveloper(form.getOrDefault("password", ""))) {
            return refused(401, "invalid_grant", "username, or the development secret as password, is wrong");
        }
        String wanted = form.getOrDefault("expires_in", Long.toString(lifetime.toSeconds()));
        if (!wanted.matches("[0-9]{1,5}") || Integer.parseInt(wanted) > MAX_LIFETIME_SECONDS) {
            return refused(400, "invalid_request", "expires_in is at most " + MAX_LIFETIME_SECONDS + " seconds");
        }
        return token(TokenSpec.of(realm, user), Duration.ofSeconds(Integer.parseInt(wanted)));
    }

    private JsonAnswer token(TokenSpec spec, Duration validity) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", mint.issueToken(spec.lifetime(validity)));
        body.put("token_type", "Bearer");
        body.put("expires_in", validity.toSeconds());
        return new JsonAnswer(200, body);
    }

    private static JsonAnswer refused(int status, String error, String description) {
        return new JsonAnswer(status, Map.of("error", error, "error_description", description));
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .filter(pair -> pair.indexOf('=') > 0)
                .collect(Collectors.toMap(
                        pair -> decode(pair.substring(0, pair.indexOf('='))),
                        pair -> decode(pair.substring(pair.indexOf('=') + 1)),
                        (first, second) -> second));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String[] basic(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return new String[0];
        }
        try {
            byte[] pair = Base64.getDecoder().decode(authorization.substring(6).trim());
            return new String(pair, StandardCharsets.UTF_8).split(":", 2);
        } catch (IllegalArgumentException e) {
            // what is not base64 names nobody
            return new String[] {"", ""};
        }
    }
}
