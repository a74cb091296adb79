package io.neomt.query.issuer;

import io.neomt.query.signin.IdentityProvider;
import io.neomt.query.signin.Place;
import io.neomt.query.signin.SignedIn;
import io.neomt.view.RealmClients;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the token endpoint of the tenant's realm. What it says is told in our words, never repeated. A bounded number of
 * people at a time: anybody may ask to be signed in, which must not become a way to flood the provider.
 */
public final class OpenIdProvider implements IdentityProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 32;
    private static final String PROTOCOL = "/protocol/openid-connect/";
    private static final String UNFINISHED = "Account is not fully set up";

    private final HttpClient http;
    private final JsonMapper json;
    private final String realms;
    private final @Nullable RealmClients clients;
    private final Duration timeout;
    private final Semaphore slots = new Semaphore(AT_ONCE);

    /**
     * @param issuerBaseUrl what stands before {@code /realms/}
     * @param clients who knows the secrets of the realms' clients; null where they have none
     * @param timeout after which the provider counts as away
     */
    public OpenIdProvider(
            HttpClient http, JsonMapper json, URI issuerBaseUrl, @Nullable RealmClients clients, Duration timeout) {
        this.http = http;
        this.json = json;
        this.realms = issuerBaseUrl.toString().replaceAll("/+$", "") + "/realms/";
        this.clients = clients;
        this.timeout = timeout;
    }

    @Override
    public SignedIn signIn(Place place, String username, String password) {
        Map<String, String> form = form(place);
        form.put("grant_type", "password");
        form.put("username", place.nameOf(username));
        form.put("password", password);
        return tokens(place, form);
    }

    @Override
    public SignedIn refresh(Place place, String refreshToken) {
        Map<String, String> form = form(place);
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        return tokens(place, form);
    }

    @Override
    public boolean signOut(Place place, String refreshToken) {
        Map<String, String> form = form(place);
        form.put("refresh_token", refreshToken);
        try {
            return send(place, "logout", form).statusCode() < 500;
        } catch (IOException e) {
            LOG.warn("the identity provider does not answer: {}", e.toString());
            return false;
        }
    }

    private SignedIn tokens(Place place, Map<String, String> form) {
        try {
            HttpResponse<String> response = send(place, "token", form);
            return answer(response.statusCode(), json.readTree(response.body()));
        } catch (IOException | JacksonException e) {
            LOG.warn("the identity provider does not answer: {}", e.toString());
            return new SignedIn.Away();
        }
    }

    private static SignedIn answer(int status, JsonNode body) {
        String error = body.path("error").asString("");
        return switch (status) {
            case 200 -> in(body);
            case 400, 401 ->
                switch (error) {
                    case "invalid_grant" -> isUnfinished(body) ? new SignedIn.Unfinished() : new SignedIn.Wrong();
                    // an organization that is closed, or not there
                    case "invalid_scope", "unsupported_grant_type" -> new SignedIn.Wrong();
                    default -> refusesUs(status, error);
                };
            case 403 -> new SignedIn.Closed();
            case 404 -> new SignedIn.Wrong();
            default -> refusesUs(status, error);
        };
    }

    private static SignedIn in(JsonNode body) {
        JsonNode refresh = body.path("refresh_token");
        return new SignedIn.In(
                body.path("access_token").asString(),
                body.path("expires_in").asLong(),
                refresh.isString() ? refresh.stringValue() : null,
                body.path("refresh_expires_in").asLong(0));
    }

    private static boolean isUnfinished(JsonNode body) {
        return body.path("error_description").asString("").equals(UNFINISHED);
    }

    private static SignedIn refusesUs(int status, String error) {
        LOG.error("the identity provider refuses this service: {} {}", status, error);
        return new SignedIn.Away();
    }

    private HttpResponse<String> send(Place place, String endpoint, Map<String, String> form) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realms + place.realm() + PROTOCOL + endpoint))
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            if (!slots.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("too many people are being signed in");
            }
            try {
                return http.send(request, BodyHandlers.ofString());
            } finally {
                slots.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Map<String, String> form(Place place) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", RealmClients.API);
        if (clients != null) {
            form.put("client_secret", clients.secretIn(place.realm()));
        }
        if (place.organization() != null) {
            form.put("scope", "organization:" + place.organization());
        }
        return form;
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
