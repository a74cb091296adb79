package io.neomt.provisioning.config;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.neomt.event.TenantId;
import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.provisioning.run.Activation.Answer.Activated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
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
        boolean activated = platform.activate(
                        TenantId.of(path.group(1)),
                        body.at("/active/connection_name").asString(),
                        new TemplateVersion(body.at("/active/template_version").asString()))
                instanceof Activated;
        return activated ? 202 : 409;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
