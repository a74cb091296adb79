package io.neomt.commons.commandclient;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens of the service account by the client credentials grant, each used until shortly before it expires. */
public final class ServiceTokens {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SPARE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final JsonMapper json;
    private final ServiceAccount account;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Token token;

    public ServiceTokens(HttpClient http, JsonMapper json, ServiceAccount account, InstantSource clock) {
        this.http = http;
        this.json = json;
        this.account = account;
        this.clock = clock;
    }

    /** @throws IOException when the issuer does not give one */
    public String current() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            @Nullable Token known = token;
            if (known == null || !clock.instant().isBefore(known.useUntil())) {
                known = fetch();
                token = known;
            }
            return known.value();
        } finally {
            lock.unlock();
        }
    }

    /** The token was not accepted: it is not used again. */
    public void refused(String value) {
        lock.lock();
        try {
            if (Optional.ofNullable(token)
                    .filter(known -> known.value().equals(value))
                    .isPresent()) {
                token = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private Token fetch() throws IOException, InterruptedException {
        Instant asked = clock.instant();
        HttpResponse<String> answer = http.send(request(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the issuer answered " + answer.statusCode() + " to client '" + account.clientId()
                    + "': " + error(answer.body()));
        }
        return token(asked, answer.body());
    }

    private Token token(Instant asked, String body) throws IOException {
        try {
            JsonNode answer = json.readTree(body);
            String value = answer.path("access_token").asString("");
            long seconds = answer.path("expires_in").asLong(0);
            if (value.isEmpty()) {
                throw new IOException("the issuer answered without an access_token");
            }
            return new Token(value, asked.plusSeconds(seconds).minus(SPARE));
        } catch (JacksonException e) {
            throw new IOException("the issuer's answer is not JSON", e);
        }
    }

    private String error(String body) {
        try {
            return json.readTree(body).path("error").asString("no reason given");
        } catch (JacksonException e) {
            return "no reason given";
        }
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(account.tokenEndpoint())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", account.clientId(),
                        "client_secret", account.clientSecret()))))
                .build();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private record Token(String value, Instant useUntil) {}
}
