package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.testkit.backends.Backends;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody of the platform who asks the service over HTTP. */
final class Operator implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    Operator(@Nullable String port) {
        this.address = "http://127.0.0.1:" + port;
    }

    JsonNode get(String path) {
        return data(send("admin", "GET", path));
    }

    JsonNode post(String path) {
        return data(send("admin", "POST", path));
    }

    JsonNode post(String path, String json) {
        return data(send("admin", "POST", path, json));
    }

    private static JsonNode data(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
        return JSON.readTree(response.body()).path("data");
    }

    /** The code of a refusal, with its status. */
    String refusal(String user, String method, String path) {
        HttpResponse<String> response = send(user, method, path);
        return response.statusCode() + " "
                + JSON.readTree(response.body()).path("error").path("code").asString("");
    }

    HttpResponse<String> send(String user, String method, String path) {
        return send(user, method, path, "");
    }

    HttpResponse<String> send(String user, String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, BodyPublishers.ofString(json))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Backends.shared().issuer().issueToken("NeoAdmin", user))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
