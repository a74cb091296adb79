package io.neomt.migration.commandclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.neomt.commons.commandclient.CommandService;
import io.neomt.commons.commandclient.ServiceAccount;
import io.neomt.commons.commandclient.ServiceTokens;
import io.neomt.migration.run.Telling.Batch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StepReportsTest {

    private static final Batch BATCH = new Batch(new UUID(1, 2), new UUID(3, 4), "{}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> refusals = new ArrayList<>();
    private int status = 202;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @SuppressWarnings("NullAway.Init")
    private StepReports reports;

    @BeforeEach
    void aCommandService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/token", "{\"access_token\":\"t\",\"expires_in\":60}", false);
        answer("/api", "{\"error\":{\"code\":\"NO\"},\"meta\":{}}", true);
        server.start();
        URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        ServiceAccount account = new ServiceAccount(root.resolve("/token"), "orchestrator", "secret");
        ServiceTokens tokens = new ServiceTokens(http, JsonMapper.shared(), account, InstantSource.system());
        reports = new StepReports(new CommandService(http, root, tokens), refusals::add);
    }

    private void answer(String path, String body, boolean asSaid) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(asSaid ? status : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterEach
    void close() {
        server.stop(0);
        http.close();
    }

    @Test
    void whatIsTakenIsHeard() {
        assertThat(reports.test(BATCH)).isTrue();
        assertThat(refusals).isEmpty();
    }

    @Test
    void whatIsRefusedIsKeptAndSaid() {
        status = 422;

        assertThat(reports.test(BATCH)).isFalse();
        assertThat(refusals).singleElement().asString().startsWith("422 ").contains("NO");
    }

    @Test
    void aServiceThatIsBusyIsNamed() {
        status = 503;

        assertThatThrownBy(() -> reports.test(BATCH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the command service answered 503");
        assertThat(refusals).isEmpty();
    }

    @Test
    void aServiceThatIsAwayIsNamed() {
        server.stop(0);

        assertThatThrownBy(() -> reports.test(BATCH))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("the command service does not answer: ");
    }
}
