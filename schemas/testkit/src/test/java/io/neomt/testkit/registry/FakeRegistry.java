package io.neomt.testkit.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.neomt.event.codec.FullTransitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;

/** As much of Confluent's API as the platform uses, in memory; kept honest by the contract that it shares with a real one. */
final class FakeRegistry implements AutoCloseable {

    private record Answer(int status, Map<String, ?> body) {}

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Schema>> subjects = new HashMap<>();
    private final Set<String> fullTransitive = new HashSet<>();

    FakeRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = json.readTree(exchange.getRequestBody());
            Answer answer = answer(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath().split("/"),
                    body);
            byte[] bytes = json.writeValueAsBytes(answer.body());
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Answer answer(String method, String[] path, JsonNode body) {
        return switch (method + " " + path[1] + " " + path.length) {
            case "GET schemas 4" -> byId(Integer.parseInt(path[3]));
            case "POST subjects 3" -> lookUp(path[2], schema(body));
            case "POST subjects 4" -> register(path[2], schema(body));
            case "PUT config 3" -> hold(path[2], body.path("compatibility").asText());
            default -> refusal(404, 404, "HTTP 404 Not Found");
        };
    }

    private Answer byId(int id) {
        return id >= 1 && id <= schemas.size()
                ? new Answer(200, Map.of("schema", schemas.get(id - 1).toString()))
                : refusal(404, 40403, "Schema " + id + " not found");
    }

    private Answer lookUp(String subject, Schema schema) {
        List<Schema> versions = subjects.get(subject);
        if (versions == null) {
            return refusal(404, 40401, "Subject '" + subject + "' not found.");
        }
        return versions.contains(schema)
                ? new Answer(200, Map.of("subject", subject, "id", schemas.indexOf(schema) + 1))
                : refusal(404, 40403, "Schema not found");
    }

    private Answer register(String subject, Schema schema) {
        List<Schema> versions = new ArrayList<>(subjects.getOrDefault(subject, List.of()));
        if (!versions.contains(schema)) {
            versions.add(schema);
        }
        if (fullTransitive.contains(subject)
                && !FullTransitive.problems(versions).isEmpty()) {
            return refusal(409, 409, "incompatible: " + FullTransitive.problems(versions));
        }
        subjects.put(subject, versions);
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return new Answer(200, Map.of("id", schemas.indexOf(schema) + 1));
    }

    private Answer hold(String subject, String level) {
        if (!level.equals("FULL_TRANSITIVE")) {
            return refusal(422, 42203, "Invalid compatibility level");
        }
        fullTransitive.add(subject);
        return new Answer(200, Map.of("compatibility", level));
    }

    private static Schema schema(JsonNode body) {
        return new Schema.Parser().parse(body.path("schema").asText());
    }

    private static Answer refusal(int status, int code, String message) {
        return new Answer(status, Map.of("error_code", code, "message", message));
    }
}
