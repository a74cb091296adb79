package io.neomt.command.web;

import io.neomt.command.config.CommandServiceApplication;
import io.neomt.command.store.EventStore;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.deploy.embedded.issuer.TokenMint;
import io.neomt.deploy.embedded.issuer.TokenSpec;
import io.neomt.event.TenantId;
import io.neomt.testkit.backends.Backends;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running command service on a database and a topic of its own, and how to talk to it. */
final class Api implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConfigurableApplicationContext service;
    private final TokenMint mint;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    Api() {
        Backends backends = Backends.shared();
        List<String> args = new ArrayList<>();
        backends.freshAdminDatabase().properties().forEach((key, value) -> args.add("--" + key + "=" + value));
        args.add("--neo.events.topic=" + backends.freshTopicName());
        args.add("--neo.events.partitions=2");
        args.add("--server.port=0");
        service = CommandServiceApplication.start(args.toArray(String[]::new));
        base = "http://127.0.0.1:"
                + Objects.requireNonNull(((ServletWebServerApplicationContext) service).getWebServer())
                        .getPort();
        mint = backends.issuer();
    }

    /** A token of the platform's administrator. */
    String admin() {
        return mint.issueToken("NeoAdmin", "admin");
    }

    String token(TokenSpec spec) {
        return mint.issueToken(spec);
    }

    /** Where the tenant's sequence stands. */
    long head(String tenant) {
        return service.getBean(EventStore.class).head(TenantId.of(tenant)).value();
    }

    AdminDatabase database() {
        return service.getBean(AdminDatabase.class);
    }

    Call post(String path, @Nullable String body) {
        return new Call("POST", path, body, admin(), new ArrayList<>(List.of("Content-Type", "application/json")));
    }

    Call put(String path, String body) {
        return new Call("PUT", path, body, admin(), new ArrayList<>(List.of("Content-Type", "application/json")));
    }

    Call delete(String path) {
        return new Call("DELETE", path, null, admin(), new ArrayList<>());
    }

    Call deleteWith(String path, String body) {
        return new Call("DELETE", path, body, admin(), new ArrayList<>(List.of("Content-Type", "application/json")));
    }

    Call get(String path) {
        return new Call("GET", path, null, null, new ArrayList<>());
    }

    /** A request before it is sent. */
    final class Call {

        private final String method;
        private final String path;
        private final @Nullable String body;
        private final @Nullable String token;
        private final List<String> headers;

        private Call(String method, String path, @Nullable String body, @Nullable String token, List<String> headers) {
            this.method = method;
            this.path = path;
            this.body = body;
            this.token = token;
            this.headers = headers;
        }

        Call as(@Nullable String other) {
            return new Call(method, path, body, other, headers);
        }

        Call type(String contentType) {
            return new Call(method, path, body, token, new ArrayList<>(List.of("Content-Type", contentType)));
        }

        Call header(String name, String value) {
            List<String> more = new ArrayList<>(headers);
            more.addAll(List.of(name, value));
            return new Call(method, path, body, token, more);
        }

        Answer send() {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            for (int i = 0; i < headers.size(); i += 2) {
                request.header(headers.get(i), headers.get(i + 1));
            }
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            try {
                return new Answer(client.send(request.build(), BodyHandlers.ofString()));
            } catch (IOException e) {
                throw new IllegalStateException(method + " " + path + " failed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        JsonNode data() {
            return json().required("data");
        }

        String text(String field) {
            return data().required(field).asString();
        }

        JsonNode error() {
            return json().required("error");
        }

        String code() {
            return error().required("code").asString();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    @Override
    public void close() {
        client.close();
        service.close();
    }
}
