package io.neomt.deploy.embedded;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;

/** Keycloak's administration interface as one of its clients uses it; each call signs in anew, so use it for few. */
public final class KeycloakAdmin {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI baseUrl;
    private final String clientId;
    private final String clientSecret;

    KeycloakAdmin(URI baseUrl, String clientId, String clientSecret) {
        this.baseUrl = baseUrl;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /**
     * @param path below {@code /admin/realms}
     * @param body JSON, empty for none
     * @throws StackException unless Keycloak does it
     */
    public String call(String method, String path, String body) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(baseUrl.resolve("/admin/realms" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        if (answer.statusCode() / 100 != 2) {
            throw new StackException("Keycloak answered " + method + " " + path + " with " + answer.statusCode());
        }
        return answer.body();
    }

    /** What a person does on Keycloak's own page after the first sign-in. */
    public void choosePassword(String realm, String username, String password) {
        String found = call("GET", "/" + realm + "/users?exact=true&username=" + encoded(username), "");
        try {
            if (JSONArrayUtils.parse(found).getFirst() instanceof Map<?, ?> user) {
                Map<String, Object> credential = Map.of("type", "password", "value", password, "temporary", false);
                call(
                        "PUT",
                        "/" + realm + "/users/" + user.get("id") + "/reset-password",
                        JSONObjectUtils.toJSONString(credential));
            }
        } catch (ParseException | NoSuchElementException e) {
            throw new StackException("realm " + realm + " has no user " + username, e);
        }
    }

    /** Whether there is such a realm. */
    boolean knows(String realm) {
        return send(HttpRequest.newBuilder(baseUrl.resolve("/realms/" + realm)).GET())
                        .statusCode()
                == 200;
    }

    private String token() {
        String form = "grant_type=client_credentials&client_id=" + encoded(clientId) + "&client_secret="
                + encoded(clientSecret);
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(baseUrl.resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        try {
            Map<String, Object> json = JSONObjectUtils.parse(answer.body());
            if (answer.statusCode() == 200 && json.get("access_token") instanceof String token) {
                return token;
            }
            throw new StackException("Keycloak gives client '" + clientId + "' no token: " + json.get("error"));
        } catch (ParseException e) {
            throw new StackException("Keycloak's answer is no JSON", e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackException("Keycloak does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Keycloak was not waited for", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
