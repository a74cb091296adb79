package io.neomt.migration.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.testkit.backends.Await;
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

/** Somebody who asks an orchestrator over HTTP. */
final class Operator implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final int port;

    Operator(int port) {
        this.port = port;
    }

    JsonNode ended(String runs, HttpResponse<String> accepted, String state) {
        String id = data(accepted).get("id").stringValue();
        return Await.value("the run to be " + state, () -> data(get(runs + id)), run -> run.get("state")
                .stringValue()
                .equals(state));
    }

    JsonNode data(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
        return json.readTree(response.body()).get("data");
    }

    JsonNode error(HttpResponse<String> response) {
        return json.readTree(response.body()).get("error");
    }

    String code(HttpResponse<String> response) {
        return error(response).get("code").stringValue();
    }

    HttpResponse<String> get(String path) {
        return send("admin", "GET", path, null);
    }

    HttpResponse<String> post(String path, String body) {
        return send("admin", "POST", path, body);
    }

    HttpResponse<String> send(String user, String method, String path, @Nullable String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
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
