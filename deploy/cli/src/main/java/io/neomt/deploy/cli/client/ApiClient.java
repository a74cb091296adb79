package io.neomt.deploy.cli.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends JSON requests to one service as one caller. Thread-safe. */
public final class ApiClient {

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final URI base;
    private final @Nullable String token;

    public ApiClient(HttpClient http, URI base, @Nullable String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /** The same service as another caller. */
    public ApiClient as(String otherToken) {
        return new ApiClient(http, base, otherToken);
    }

    public Answer get(String path, Map<String, String> headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        return send("POST", path, body, headers);
    }

    public Answer put(String path, Object body, Map<String, String> headers) {
        return send("PUT", path, body, headers);
    }

    public Answer delete(String path, @Nullable Object body, Map<String, String> headers) {
        return send("DELETE", path, body, headers);
    }

    /** @throws UnreachableException when no answer comes */
    public Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        return exchange(request.build());
    }

    /**
     * Writes what is answered into a file, however much it is; a refusal is answered as usual.
     *
     * @throws UnreachableException when no answer comes, or not all of it
     */
    public Answer download(String path, Map<String, String> headers, Path file) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        return exchange(
                request.build(),
                info -> info.statusCode() == OK
                        ? BodySubscribers.mapping(BodySubscribers.ofFile(file), _ -> "")
                        : BodySubscribers.ofString(StandardCharsets.UTF_8));
    }

    private Answer exchange(HttpRequest request) {
        return exchange(request, BodyHandlers.ofString());
    }

    private Answer exchange(HttpRequest request, BodyHandler<String> handler) {
        try {
            HttpResponse<String> response = http.send(request, handler);
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode body = type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode();
            return new Answer(response.statusCode(), body, response.headers());
        } catch (IOException failure) {
            throw new UnreachableException(request.uri(), failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new UnreachableException(request.uri(), failure);
        }
    }
}
