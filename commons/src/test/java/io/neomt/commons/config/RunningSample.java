package io.neomt.commons.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.security.Issuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample service running on a free port, with an issuer of its own and no database, and how a test speaks to it. */
final class RunningSample implements AutoCloseable {

    static final String VALID = "{\"display_name\":\"a\",\"effect\":\"allow\",\"permission\":\"users.read.*\"}";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Issuer issuer = new Issuer();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext service = ServiceApplication.start(
            SampleApplication.class, "sample-service", "--neo.security.issuer-base-url=" + issuer.baseUrl());
    private final URI base = URI.create("http://127.0.0.1:" + ServiceApplication.port(service));

    HttpResponse<String> accepting(String types) throws IOException, InterruptedException {
        return send(authorized("/api/v1/things").header("Accept", types).build());
    }

    HttpRequest post(String body) {
        return post(BodyPublishers.ofString(body));
    }

    HttpRequest post(HttpRequest.BodyPublisher body) {
        return authorized("/api/v1/things")
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(authorized(path).build());
    }

    HttpRequest.Builder authorized(String path) {
        return request(path).header("Authorization", "Bearer " + issuer.token("tenant-acme", "alice"));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    static String code(HttpResponse<String> response, int status) {
        return json(response, status).at("/error/code").stringValue();
    }

    static JsonNode json(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        service.close();
        issuer.close();
        http.close();
    }
}
