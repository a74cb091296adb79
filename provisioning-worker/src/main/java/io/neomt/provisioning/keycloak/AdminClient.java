package io.neomt.provisioning.keycloak;

import io.neomt.commons.commandclient.ServiceTokens;
import io.neomt.provisioning.run.RealmsUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the administration interface. Two calls at a time: making realms is work for Keycloak's database, and more at once
 * only makes each of them slower.
 */
public final class AdminClient {

    /** A realm takes seconds where Keycloak has many, or few processors. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 2;
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http;
    private final JsonMapper json;
    private final URI root;
    private final ServiceTokens tokens;
    private final Semaphore slots = new Semaphore(AT_ONCE, true);

    public AdminClient(HttpClient http, JsonMapper json, URI root, ServiceTokens tokens) {
        this.http = http;
        this.json = json;
        this.root = root;
        this.tokens = tokens;
    }

    /**
     * What Keycloak said.
     *
     * @param body missing where there was none
     */
    record Reply(int status, JsonNode body) {}

    /**
     * One call.
     *
     * @param path below {@code /admin/realms}
     * @param body to be written as JSON; null for none
     * @param expected the other statuses that mean something to the caller, apart from success
     * @throws RealmsUnavailableException on every other status, and when there is no answer
     */
    Reply call(String method, String path, @Nullable Object body, Integer... expected) {
        try {
            if (!slots.tryAcquire(PATIENCE.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)) {
                throw new RealmsUnavailableException("Keycloak is busy");
            }
            try {
                return checked(method, path, send(method, path, body), Set.of(expected));
            } finally {
                slots.release();
            }
        } catch (IOException e) {
            throw new RealmsUnavailableException("Keycloak does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RealmsUnavailableException("the worker is stopping", e);
        }
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body)
            throws IOException, InterruptedException {
        String token = tokens.current();
        HttpResponse<String> response = http.send(request(method, path, body, token), BodyHandlers.ofString());
        if (response.statusCode() == UNAUTHORIZED) {
            tokens.refused(token);
        }
        return response;
    }

    private HttpRequest request(String method, String path, @Nullable Object body, String token) {
        return HttpRequest.newBuilder(URI.create(root + "/admin/realms" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
    }

    private Reply checked(String method, String path, HttpResponse<String> response, Set<Integer> expected) {
        int status = response.statusCode();
        if (status / 100 != 2 && !expected.contains(status)) {
            // the answer's body is left out: it may repeat what was sent
            throw new RealmsUnavailableException("Keycloak answered " + method + " " + path + " with " + status);
        }
        try {
            return new Reply(status, json.readTree(response.body()));
        } catch (JacksonException e) {
            throw new RealmsUnavailableException("Keycloak's answer to " + method + " " + path + " is no JSON", e);
        }
    }
}
