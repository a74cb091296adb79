package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.terminal.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One question: whether a user has a permission, or may do something to a resource. */
final class Asked {

    @Mixin
    private InTenant tenant = new InTenant();

    @Option(names = "--user", paramLabel = "USER", required = true, description = "The user's name or id.")
    private String user = "";

    @Option(names = "--permission", paramLabel = "CODE", description = "resource.action.scope, without wildcards.")
    private @Nullable String permission;

    @Option(names = "--action", paramLabel = "ACTION", description = "resource.action, together with --on.")
    private @Nullable String action;

    @Option(
            names = "--on",
            paramLabel = "TYPE/ID",
            converter = ResourceName.Converter.class,
            description = "What the action is done to, such as document/42.")
    private @Nullable ResourceName resource;

    @Option(names = "--owner", paramLabel = "USER", description = "Whose the resource is; default as registered.")
    private @Nullable String owner;

    @Option(names = "--team", paramLabel = "TEAM", description = "The resource's team; default as registered.")
    private @Nullable String team;

    @Option(names = "--subject", paramLabel = "JSON", description = "Properties of the user, for conditions.")
    private @Nullable String subjectProperties;

    @Option(names = "--resource", paramLabel = "JSON", description = "Properties of the resource, for conditions.")
    private @Nullable String resourceProperties;

    @Option(names = "--context", paramLabel = "JSON", description = "Everything else that conditions look at.")
    private @Nullable String context;

    InTenant tenant() {
        return tenant;
    }

    /** As it was asked for. */
    String user() {
        return user;
    }

    /** The request, with ids instead of names. */
    Map<String, Object> body() {
        if ((permission == null) == (action == null) || (action == null) != (resource == null)) {
            throw tenant.session().wrongUsage("Give either --permission, or --action and --on.");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("user_id", tenant.user(user));
        put(body, "permission", permission);
        put(body, "action", action);
        put(body, "resource", resource == null ? null : resource());
        put(body, "subject", subjectProperties == null ? null : properties("--subject", subjectProperties));
        put(body, "context", context == null ? null : Json.object("--context", context));
        return body;
    }

    private Map<String, Object> resource() {
        Map<String, Object> fields = new LinkedHashMap<>(resource == null ? Map.of() : resource.body());
        put(fields, "owner_id", owner == null ? null : tenant.user(owner));
        put(fields, "team_id", team == null ? null : tenant.team(team));
        put(fields, "properties", resourceProperties == null ? null : Json.object("--resource", resourceProperties));
        return fields;
    }

    private static Map<String, Object> properties(String option, String json) {
        return Map.of("properties", Json.object(option, json));
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
