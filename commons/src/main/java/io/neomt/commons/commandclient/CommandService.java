package io.neomt.commons.commandclient;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The command service, as another service calls it. */
public final class CommandService {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final HttpClient http;
    private final String root;
    private final ServiceTokens tokens;

    /** @param address root of the command service, without {@code /api} */
    public CommandService(HttpClient http, URI address, ServiceTokens tokens) {
        this.http = http;
        this.root = address.toString().replaceAll("/+$", "");
        this.tokens = tokens;
    }

    /** What it answers. */
    public record Reply(int status, String body) {}

    /**
     * @param path from the root on
     * @param key under which it is done once, however often it is sent
     * @param body in JSON
     * @throws IOException when it, or the issuer of tokens, does not answer
     */
    public Reply post(String path, String key, String body) throws IOException, InterruptedException {
        String token = tokens.current();
        HttpResponse<String> response =
                http.send(request(token, URI.create(root + path), key, body), BodyHandlers.ofString());
        if (response.statusCode() == 401) {
            tokens.refused(token);
        }
        return new Reply(response.statusCode(), response.body());
    }

    private static HttpRequest request(String token, URI uri, String key, String body) {
        return HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
