package io.neomt.deploy.cli.client;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running platform as a client sees it. Thread-safe. */
public final class PlatformClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunFile run;
    private final HttpClient http;

    public PlatformClient(RunFile run) {
        this.run = run;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    public ApiClient commands(String token) {
        return service("command-service").as(token);
    }

    public ApiClient queries(String token) {
        return service("query-api").as(token);
    }

    public ApiClient provisioning(String token) {
        return service("provisioning-worker").as(token);
    }

    /** A service by its name, as nobody. */
    public ApiClient service(String name) {
        return new ApiClient(http, run.service(name), null);
    }

    public String kafkaBootstrapServers() {
        return run.kafkaBootstrapServers();
    }

    public String topic() {
        return run.topic();
    }

    public String platformRealm() {
        return run.platformRealm();
    }

    /**
     * A token of the development issuer, valid for an hour.
     *
     * @param realm {@code NeoAdmin} or {@code tenant-<slug>}
     * @param subject the external id of the user
     * @throws IllegalStateException when the issuer refuses
     */
    public String token(String realm, String subject) {
        JsonNode answer = form(
                URI.create(run.issuer() + "/realms/" + realm + "/protocol/openid-connect/token"),
                Map.of(
                        "grant_type",
                        "password",
                        // the development issuer knows no clients, Keycloak this one
                        "client_id",
                        "neo-cli",
                        "username",
                        subject,
                        "password",
                        run.issuerSecret()));
        if (!answer.hasNonNull("access_token")) {
            throw new IllegalStateException("the issuer gave no token: " + answer);
        }
        return answer.path("access_token").asString();
    }

    /**
     * A token of whatever provider the platform has, for a person who has a password there.
     *
     * @throws RefusedException when name or password is wrong, or a step is left at the provider
     */
    public String signIn(String tenant, String username, String password) {
        return service("query-api")
                .post(
                        "/api/v1/auth/login",
                        Map.of("tenant", tenant, "username", username, "password", password),
                        Map.of())
                .orRefuse()
                .data()
                .path("access_token")
                .asString();
    }

    private JsonNode form(URI address, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (java.io.IOException failure) {
            throw new UnreachableException(address, failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new UnreachableException(address, failure);
        }
    }
}
