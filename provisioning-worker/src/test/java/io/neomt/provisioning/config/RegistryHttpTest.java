package io.neomt.provisioning.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.config.ServiceApplication;
import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.registry.Server;
import io.neomt.testkit.backends.Backends;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The registry as an administrator uses it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryHttpTest {

    private static final String CONNECTIONS = "/api/v1/admin/connections";
    private static final String REGIONS = "/api/v1/admin/regions";

    private final Backends backends = Backends.shared();
    private final TestPlatform platform = new TestPlatform();
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private ConfigurableApplicationContext worker;

    @BeforeAll
    void start() {
        new PlatformUsers(backends, platform).make();
        String topic = backends.freshTopicName();
        backends.createTopic(topic, 1);
        List<String> args = new ArrayList<>(List.of(
                "--server.port=0",
                "--neo.events.topic=" + topic,
                "--neo.service-account.command-service-url=http://127.0.0.1:1"));
        platform.admin().properties().forEach((key, value) -> args.add("--" + key + "=" + value));
        worker = ProvisioningWorkerApplication.start(args.toArray(String[]::new));
    }

    @AfterAll
    void stop() {
        worker.close();
        platform.close();
        http.close();
    }

    @Test
    void anAdministratorAddsTestsDrainsActivatesAndRemovesAConnection() {
        assertThat(send("admin", "POST", CONNECTIONS, row("eu-primary", platform.server())))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(422);
        assertThat(send("admin", "POST", REGIONS, Map.of("code", "eu-west-1", "name", "EU West"))
                        .statusCode())
                .isEqualTo(201);

        HttpResponse<String> added = send("admin", "POST", CONNECTIONS, row("eu-primary", platform.server()));
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body()).doesNotContain(platform.server().password()).contains("\"region\":\"eu-west-1\"");
        assertThat(data(send("admin", "POST", CONNECTIONS + "/eu-primary/test", null))
                        .at("/usable")
                        .booleanValue())
                .isTrue();
        assertThat(data(send("admin", "POST", CONNECTIONS + "/eu-primary/drain", null))
                        .at("/is_draining")
                        .booleanValue())
                .isTrue();
        assertThat(data(send("admin", "POST", CONNECTIONS + "/eu-primary/activate", null))
                        .at("/is_draining")
                        .booleanValue())
                .isFalse();
        assertThat(code(send("admin", "DELETE", REGIONS + "/eu-west-1", null))).isEqualTo("REGION_IN_USE");
        assertThat(send("admin", "DELETE", CONNECTIONS + "/eu-primary", null).statusCode())
                .isEqualTo(200);
        assertThat(send("admin", "DELETE", REGIONS + "/eu-west-1", null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusalsHaveCodesAndSayNothingSecret() {
        Server server = platform.server();
        HttpResponse<String> wrong =
                send("admin", "POST", CONNECTIONS, row("wrong", server, "hunter2", TestPlatform.REGION));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(code(wrong)).isEqualTo("LOGIN_REFUSED");
        assertThat(wrong.body()).doesNotContain("hunter2");

        HttpResponse<String> elsewhere = send(
                "admin",
                "POST",
                CONNECTIONS,
                Map.of(
                        "connection_name", "x y",
                        "region", TestPlatform.REGION,
                        "host", "h",
                        "database_name", "d",
                        "username", "u",
                        "password", "p"));
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(code(elsewhere)).isEqualTo("VALIDATION_ERROR");
        assertThat(code(send("admin", "GET", CONNECTIONS + "/nowhere", null))).isEqualTo("CONNECTION_NOT_FOUND");
    }

    @Test
    void aRequestThatComesAgainIsAnsweredAsItWasAndIsMadeOnce() {
        Map<String, Object> row =
                row("twice", platform.server(), platform.server().password(), TestPlatform.REGION);
        Map<String, String> key = Map.of("Idempotency-Key", "key-1");
        HttpResponse<String> first = send("admin", "POST", CONNECTIONS, row, key);
        HttpResponse<String> again = send("admin", "POST", CONNECTIONS, row, key);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(json.readTree(again.body()).get("data"))
                .isEqualTo(json.readTree(first.body()).get("data"));

        row.put("password", "another");
        assertThat(code(send("admin", "POST", CONNECTIONS, row, key))).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(code(send("admin", "DELETE", CONNECTIONS + "/twice", null, Map.of("Idempotency-Key", "a b"))))
                .isEqualTo("VALIDATION_ERROR");
        Map<String, String> last = Map.of("Idempotency-Key", "key-2");
        assertThat(send("admin", "DELETE", CONNECTIONS + "/twice", null, last).statusCode())
                .isEqualTo(200);
        assertThat(send("admin", "DELETE", CONNECTIONS + "/twice", null, last).statusCode())
                .isEqualTo(200);
        assertThat(code(send("admin", "DELETE", CONNECTIONS + "/twice", null))).isEqualTo("CONNECTION_NOT_FOUND");
    }

    @Test
    void nobodyOverwritesWhatAnotherHasJustChangedAndAllIsOnRecordWithoutPasswords() {
        send(
                "admin",
                "POST",
                CONNECTIONS,
                row("seen", platform.server(), platform.server().password(), TestPlatform.REGION));
        HttpResponse<String> seen = send("admin", "GET", CONNECTIONS + "/seen", null);
        String version = seen.headers().firstValue("ETag").orElseThrow();
        Map<String, Object> change =
                Map.of("max_tenants", 7, "password", platform.server().password());
        Map<String, String> match = Map.of("If-Match", version);
        assertThat(send("admin", "PUT", CONNECTIONS + "/seen", change, match).statusCode())
                .isEqualTo(200);
        assertThat(code(send("admin", "PUT", CONNECTIONS + "/seen", change, match)))
                .isEqualTo("VERSION_MISMATCH");
        assertThat(code(send("admin", "POST", CONNECTIONS + "/seen/drain", null, match)))
                .isEqualTo("VERSION_MISMATCH");
        assertThat(send("admin", "DELETE", CONNECTIONS + "/seen", null).statusCode())
                .isEqualTo(200);

        HttpResponse<String> record = send("reader", "GET", "/api/v1/admin/registry/changes?subject=seen", null);
        assertThat(data(record).valueStream().map(each -> each.path("action").asString()))
                .containsExactly("connection.remove", "connection.change", "connection.add");
        assertThat(data(record).path(1).path("actor").asString()).isEqualTo("admin");
        assertThat(data(record).path(1).path("details").path("max_tenants").asInt())
                .isEqualTo(7);
        assertThat(record.body()).doesNotContain(platform.server().password()).contains("***");
        assertThat(platform.count(
                        "SELECT count(*) FROM admin.registry_changes r WHERE strpos(r::text, ?) > 0",
                        platform.server().password()))
                .isZero();
    }

    @Test
    void onlyWhoMayIsLetIn() {
        assertThat(send(null, "GET", CONNECTIONS, null).statusCode()).isEqualTo(401);
        assertThat(send("reader", "GET", CONNECTIONS, null).statusCode()).isEqualTo(200);
        assertThat(send("reader", "POST", CONNECTIONS + "/rotate-keys", null).statusCode())
                .isEqualTo(403);
        assertThat(send("denied", "GET", CONNECTIONS, null).statusCode()).isEqualTo(403);
        assertThat(send("unsure", "GET", CONNECTIONS, null).statusCode()).isEqualTo(403);
        assertThat(send("nobody", "GET", REGIONS, null).statusCode()).isEqualTo(403);
        String tenant = backends.issuer().issueToken("tenant-acme", "admin");
        assertThat(request(tenant, "GET", CONNECTIONS, null, Map.of()).statusCode())
                .isEqualTo(403);
    }

    private static Map<String, Object> row(String name, Server server) {
        return row(name, server, server.password(), "eu-west-1");
    }

    private static Map<String, Object> row(String name, Server server, String password, String region) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("connection_name", name);
        row.put("region", region);
        row.put("host", server.host());
        row.put("port", server.port());
        row.put("database_name", server.database());
        row.put("username", server.username());
        row.put("password", password);
        return row;
    }

    private HttpResponse<String> send(@Nullable String user, String method, String path, @Nullable Object body) {
        return send(user, method, path, body, Map.of());
    }

    private HttpResponse<String> send(
            @Nullable String user, String method, String path, @Nullable Object body, Map<String, String> headers) {
        String token = user == null ? null : backends.issuer().issueToken("NeoAdmin", user);
        return request(token, method, path, body, headers);
    }

    private HttpResponse<String> request(
            @Nullable String token, String method, String path, @Nullable Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ServiceApplication.port(worker) + path))
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(json.writeValueAsString(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode data(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body()).get("data");
    }

    private String code(HttpResponse<String> response) {
        return json.readTree(response.body()).at("/error/code").stringValue();
    }
}
