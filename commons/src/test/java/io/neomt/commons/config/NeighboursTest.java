package io.neomt.commons.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.testkit.backends.AdminDatabase;
import io.neomt.testkit.backends.Await;
import io.neomt.testkit.backends.Backends;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Several services in one process, each with its own port, metrics and pools, on real backends. */
class NeighboursTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Backends backends = Backends.shared();
    private final AdminDatabase platform = backends.freshAdminDatabase();

    @Test
    void servicesStandNextToEachOtherAndEndOneByOne() {
        try (ConfigurableApplicationContext two = start()) {
            try (ConfigurableApplicationContext one = start()) {
                assertThat(get(one, "/health").statusCode())
                        .as(get(one, "/health").body())
                        .isEqualTo(200);
                assertThat(get(two, "/health/ready").statusCode()).isEqualTo(200);
                assertThat(get(one, "/api/v1/things/caller").body()).contains("\"tenant_slug\":\"platform\"");
                assertThat(get(one, "/metrics").body())
                        .contains("/api/v1/things/caller")
                        .contains("db_connections_active{pool=\"admin\"}");
                assertThat(get(two, "/metrics").body()).doesNotContain("/api/v1/things/caller");
            }
            assertThat(get(two, "/api/v1/things").statusCode()).isEqualTo(200);
        }
        Await.until("the threads of both to end", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("sample-service")));
    }

    private ConfigurableApplicationContext start() {
        String[] settings = platform.properties().entrySet().stream()
                .flatMap(entry -> Stream.of("--" + entry.getKey() + "=" + entry.getValue()))
                .toArray(String[]::new);
        return ServiceApplication.start(SampleApplication.class, "sample-service", settings);
    }

    private HttpResponse<String> get(ConfigurableApplicationContext service, String path) {
        URI address = URI.create("http://127.0.0.1:" + ServiceApplication.port(service) + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + backends.issuer().issueToken("NeoAdmin", "admin"))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
