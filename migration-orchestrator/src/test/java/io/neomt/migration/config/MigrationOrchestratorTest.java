package io.neomt.migration.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.commons.config.ServiceApplication;
import io.neomt.deploy.embedded.issuer.TokenMint;
import io.neomt.migration.EmptyDatabase;
import io.neomt.testkit.backends.Backends;
import io.neomt.view.AdminSchemaVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The service as it is started, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationOrchestratorTest {

    private static final String STATUS = "/api/v1/admin/migrations/status";

    private final Backends backends = Backends.shared();
    private final TokenMint tokens = backends.issuer();
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final EmptyDatabase database = new EmptyDatabase();
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start() {
        service = start(database);
    }

    @AfterAll
    void stop() {
        service.close();
        http.close();
        database.close();
    }

    @Test
    void whenItAnswersTheDatabaseIsMigrated() throws Exception {
        HttpResponse<String> health = get("/health", null);

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(json.readTree(health.body()).at("/services/schema/version").stringValue())
                .isEqualTo(AdminSchemaVersion.REQUIRED);
    }

    @Test
    void onlyThePlatformsUsersWithTheRightSeeTheStatus() throws Exception {
        assertThat(get(STATUS, tokens.issueToken("NeoAdmin", "nobody-knows")).statusCode())
                .isEqualTo(403);
        assertThat(get(STATUS, tokens.issueToken("tenant-acme", "ann")).statusCode())
                .isEqualTo(403);
        assertThat(get(STATUS, null).statusCode()).isEqualTo(401);
    }

    @Test
    void itStartsAgainOnAMigratedDatabaseAndNotOnThatOfANewerBuild() {
        try (EmptyDatabase own = new EmptyDatabase()) {
            start(own).close();
            start(own).close();
            own.execute("""
                    INSERT INTO admin.flyway_schema_history (installed_rank, version, description, type, script,
                      checksum, installed_by, execution_time, success)
                    VALUES (99, '9001', 'future', 'SQL', 'V9001__future.sql', 1, 'postgres', 1, true)""");

            assertThatThrownBy(() -> start(own)).rootCause().hasMessageContaining("start the newer build");
        }
    }

    private ConfigurableApplicationContext start(EmptyDatabase on) {
        return MigrationOrchestratorApplication.start(
                "--server.port=0",
                "--neo.admin-database.url=" + on.url(),
                "--neo.admin-database.username=" + on.username(),
                "--neo.admin-database.password=" + on.password(),
                "--neo.service-account.command-service-url=http://127.0.0.1:1",
                "--neo.service-account.client-secret=x",
                "--neo.connections.key-id=" + backends.addresses().connectionsKeyId(),
                "--neo.connections.key=" + backends.addresses().connectionsKey(),
                "--neo.security.issuer-base-url=" + backends.addresses().issuerBaseUrl());
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ServiceApplication.port(service) + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
