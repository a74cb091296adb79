package io.neomt.migration.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.migration.plan.fleet.Policy;
import io.neomt.migration.plan.fleet.RunSpec;
import io.neomt.migration.plan.fleet.Scope;
import io.neomt.migration.run.Orders;
import io.neomt.testkit.backends.Await;
import io.neomt.testkit.backends.Backends;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What becomes of a run when the process that works at it is killed, and when its connections are cut. */
class KilledOrchestratorTest {

    private static final int TENANTS = 40;

    private final RunningFleet fleet;

    KilledOrchestratorTest(@TempDir Path folder) {
        fleet = new RunningFleet(folder, TENANTS);
    }

    @Test
    void everySchemaIsMigratedOnceWhateverHappensToWhoMigratesIt() throws Exception {
        fleet.script("tenant", "V2001__first.sql", "CREATE TABLE first (id bigint); SELECT pg_sleep(0.2)");
        killInTheMiddle();
        assertThat(having("first")).isLessThan(TENANTS);

        List<ConfigurableApplicationContext> others = twoOthers();
        try {
            Await.until("the run to be done", () -> runs("done") == 1);
            assertThat(once("first", "2001")).isTrue();

            fleet.script("tenant", "V2002__second.sql", "CREATE TABLE second (id bigint); SELECT pg_sleep(0.2)");
            assertThat(others.getFirst()
                            .getBean(Orders.class)
                            .begin(new RunSpec(Scope.TENANTS, null, null, Policy.DEFAULT), "test"))
                    .isPresent();
            cutInTheMiddle();
            Await.until("the second run to be done", () -> runs("done") == 2);
            assertThat(once("second", "2002")).isTrue();
            assertThat(fleet.countAdmin("SELECT max(attempts) FROM admin.migration_targets"))
                    .isGreaterThan(1);
        } finally {
            others.forEach(ConfigurableApplicationContext::close);
        }
    }

    private void killInTheMiddle() throws Exception {
        int port = freePort();
        try (OrchestratorProcess process = new OrchestratorProcess(arguments(port));
                HttpClient http = HttpClient.newHttpClient()) {
            Await.until("the process to answer", () -> status(http, port, "GET", "/health") == 200);
            assertThat(status(http, port, "POST", "/api/v1/admin/migrations/apply"))
                    .isEqualTo(202);
            Await.until("the run to be in its middle", () -> having("first") >= 8);
            process.kill();
        }
    }

    private static int status(HttpClient http, int port, String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.ofString("{\"scope\": \"tenants\"}"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Backends.shared().issuer().issueToken("NeoAdmin", "admin"))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ConfigurableApplicationContext> twoOthers() {
        String[] arguments = arguments(0).toArray(String[]::new);
        return List.of(
                        CompletableFuture.supplyAsync(() -> MigrationOrchestratorApplication.start(arguments)),
                        CompletableFuture.supplyAsync(() -> MigrationOrchestratorApplication.start(arguments)))
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /** As when the server goes down and comes back. */
    private void cutInTheMiddle() {
        Await.until("the second run to be in its middle", () -> having("second") >= 8);
        assertThat(fleet.count("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND application_name LIKE '%-fleet-%'"))
                .isPositive();
    }

    private List<String> arguments(int port) {
        return fleet.arguments("--server.port=" + port, "--neo.migrations.lease=1s", "--neo.migrations.at-start=false");
    }

    private long runs(String state) {
        return fleet.countAdmin("SELECT count(*) FROM admin.migration_runs WHERE state = '" + state + "'");
    }

    private long having(String table) {
        return fleet.count(
                "SELECT count(*) FROM pg_tables WHERE schemaname LIKE 'tenant_t%' AND tablename = '" + table + "'");
    }

    /** In every schema, as its history sees it, and a plain Flyway that looks at some. */
    private boolean once(String table, String version) {
        return having(table) == TENANTS
                && IntStream.rangeClosed(1, TENANTS)
                        .allMatch(i -> fleet.count("SELECT count(*) FROM tenant_t" + i
                                        + ".flyway_schema_history WHERE version = '" + version + "'")
                                == 1)
                && IntStream.of(1, TENANTS / 2, TENANTS).allMatch(fleet::flywayAgrees);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
