package io.neomt.migration.config;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands where the command service stands: takes steps once for each key, and sometimes does not answer for a while. */
final class HeardSteps implements AutoCloseable {

    private final HttpServer server;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final List<String> steps = new CopyOnWriteArrayList<>();

    /** Requests that are taken and then answered as if they were not. */
    final AtomicInteger lost = new AtomicInteger();

    HeardSteps() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String before = keys.putIfAbsent(exchange.getRequestHeaders().getFirst("Idempotency-Key"), body);
        if (before == null) {
            json.readTree(body).get("steps").forEach(step -> steps.add(text(step)));
        }
        boolean same = before == null || before.equals(body);
        int answer = lost.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 503 : same ? 202 : 422;
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private static String text(JsonNode step) {
        String kind = step.propertyNames().iterator().next();
        JsonNode fields = step.get(kind);
        return switch (kind) {
            case "run" -> "run " + fields.get("change").stringValue();
            case "wave" ->
                "wave " + fields.get("number") + " " + fields.get("change").stringValue();
            default -> kind + " " + fields.get("schema").stringValue();
        };
    }

    /** In their order. */
    List<String> all() {
        return new ArrayList<>(steps);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
