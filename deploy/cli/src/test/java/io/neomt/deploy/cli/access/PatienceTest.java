package io.neomt.deploy.cli.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.RefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final StringWriter err = new StringWriter();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger looks = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    @Test
    void anOutageIsWaitedForAndToldOnce() {
        answers(503, 504, 200);
        assertThat(look(LONG)).isEqualTo("running");
        assertThat(looks).hasValue(3);
        assertThat(err.toString()).isEqualToIgnoringNewLines("neo: 503 BUSY: not now; looking again for 30 s");
    }

    @Test
    void aServiceThatIsNotThereIsLookedForAgain() {
        answers(200);
        AtomicInteger tries = new AtomicInteger();
        URI nobody = URI.create("http://127.0.0.1:1");
        String state = patience(LONG).look(() -> state(tries.getAndIncrement() == 0 ? nobody : address()));
        assertThat(state).isEqualTo("running");
        assertThat(err.toString()).contains("127.0.0.1:1/", "does not answer");
    }

    @Test
    void whatIsRefusedForGoodEndsTheLooking() {
        answers(404);
        assertThatThrownBy(() -> look(LONG))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("404");
        assertThat(looks).hasValue(1);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theEndOfPatienceSaysHowToLookAgain() {
        answers(503);
        assertThatThrownBy(() -> look(Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("503 BUSY: not now; what was begun goes on by itself: ./neo migrate show 7 tells how it"
                        + " stands");
    }

    @Test
    void whoIsInterruptedDoesNotLookAgain() {
        answers(503);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> look(LONG)).isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** One after the other; the last for ever. */
    private void answers(int... statuses) {
        server.createContext("/", exchange -> {
            int status = statuses[Math.min(looks.getAndIncrement(), statuses.length - 1)];
            byte[] body = (status == 200
                            ? "{\"data\":{\"state\":\"running\"}}"
                            : "{\"error\":{\"code\":\"BUSY\",\"message\":\"not now\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private String look(Duration longest) {
        return patience(longest).look(() -> state(address()));
    }

    private Patience patience(Duration longest) {
        return new Patience(longest, new PrintWriter(err), "./neo migrate show 7");
    }

    private String state(URI service) {
        return new ApiClient(http, service, null)
                .get("/runs/7", Map.of())
                .orRefuse()
                .data()
                .path("state")
                .asString("");
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
