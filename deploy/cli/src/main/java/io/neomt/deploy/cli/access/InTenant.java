package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Which tenant is meant. Things in it are called by their names or their ids. */
final class InTenant {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Mixin
    private Session session = new Session();

    @Option(
            names = "--tenant",
            paramLabel = "TENANT",
            required = true,
            defaultValue = "${env:NEO_TENANT}",
            description = "The tenant's slug or id; the variable NEO_TENANT may name it instead.")
    private String tenant = "";

    Session session() {
        return session;
    }

    /** Another tenant in the same session. */
    InTenant at(String other) {
        InTenant there = new InTenant();
        there.session = session;
        there.tenant = other;
        return there;
    }

    Answer get(String path) {
        return session.get(path(path));
    }

    List<JsonNode> list(String path) {
        return session.list(path(path));
    }

    Answer ask(String path, Object body) {
        return session.ask(path(path), body);
    }

    Answer write(String method, String path, @Nullable Object body) {
        return session.write(method, path(path), body, Map.of());
    }

    /** Changes what was read, and nothing that somebody else has changed meanwhile. */
    Answer replace(String path, Object body, Answer read) {
        Map<String, String> match = read.headers()
                .firstValue("ETag")
                .map(tag -> Map.of("If-Match", tag))
                .orElse(Map.of());
        return session.write("PUT", path(path), body, match);
    }

    /** The id of a user by name or id. */
    String user(String nameOrId) {
        return id("user", "users", "username", nameOrId);
    }

    String role(String nameOrId) {
        return id("role", "roles", "name", nameOrId);
    }

    String team(String nameOrId) {
        return id("team", "teams", "name", nameOrId);
    }

    List<String> roles(List<String> namesOrIds) {
        return namesOrIds.stream().map(this::role).toList();
    }

    private String id(String noun, String nouns, String field, String nameOrId) {
        if (ID.matcher(nameOrId).matches()) {
            return nameOrId;
        }
        Optional<String> found = list("/" + nouns + "?" + field + "=" + encode(nameOrId)).stream()
                .filter(item -> item.path(field).asString("").equals(nameOrId))
                .map(item -> item.path("id").asString(""))
                .findFirst();
        return found.orElseThrow(
                () -> new IllegalStateException("the tenant " + tenant + " has no " + noun + " named " + nameOrId));
    }

    private String path(String rest) {
        return "/api/v1/tenants/" + encode(tenant) + rest;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
