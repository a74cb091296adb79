package io.neomt.provisioning.config;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.neomt.event.TenantId;
import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.plan.Step;
import io.neomt.provisioning.plan.StepResult;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.provisioning.run.Reports.Active;
import io.neomt.provisioning.run.Reports.Answer.Accepted;
import io.neomt.provisioning.run.Reports.Placed;
import io.neomt.provisioning.run.Reports.Report;
import io.neomt.view.DatabaseRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands where the command service stands: activates in the directory and answers as that does. */
final class StubCommandService implements AutoCloseable {

    private static final Pattern PATH = Pattern.compile("/api/v1/admin/tenants/([0-9a-f-]{36})/provisioning");

    private final HttpServer server;
    private final TestPlatform platform;
    private final JsonMapper json = JsonMapper.builder().build();

    /** Requests that are still to be answered with 503. */
    final AtomicInteger busy = new AtomicInteger();

    StubCommandService(TestPlatform platform) {
        this.platform = platform;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode body = json.readTree(exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(answer(exchange, body), -1);
        exchange.close();
    }

    private int answer(HttpExchange exchange, JsonNode body) {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            return 404;
        }
        if (!String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .startsWith("Bearer ey")) {
            return 401;
        }
        if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return 503;
        }
        return platform.provisioning(TenantId.of(path.group(1)), "", report(body)) instanceof Accepted ? 202 : 409;
    }

    /** As far as the directory shows it. */
    private static Report report(JsonNode body) {
        return new Report(
                Optional.of(body.path("placement")).filter(JsonNode::isObject).map(StubCommandService::placed),
                body.path("steps").valueStream().map(StubCommandService::step).toList(),
                Optional.empty(),
                Optional.of(body.path("active")).filter(JsonNode::isObject).map(StubCommandService::active));
    }

    private static Placed placed(JsonNode placement) {
        return new Placed(
                placement.path("connection_name").asString(),
                new DatabaseRole(placement.path("database_role").asString()),
                List.of());
    }

    private static StepResult step(JsonNode step) {
        return new StepResult(
                Step.valueOf(step.path("step").asString().toUpperCase(Locale.ROOT)),
                step.path("attempt").asInt(),
                StepResult.Outcome.valueOf(step.path("outcome").asString().toUpperCase(Locale.ROOT)),
                step.path("millis").asLong(),
                null);
    }

    private static Active active(JsonNode active) {
        return new Active(
                active.path("connection_name").asString(),
                new TemplateVersion(active.path("template_version").asString()),
                Optional.empty());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
