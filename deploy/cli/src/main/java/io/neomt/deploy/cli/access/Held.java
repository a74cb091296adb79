package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Shows what is held: grants and denials with their limits, where they come from and what becomes of them. */
final class Held {

    private Held() {}

    static int print(InTenant tenant, String path) {
        List<JsonNode> held = tenant.list(path);
        return tenant.session().print(held, () -> {
            Table table = new Table("PERMISSION", "EFFECT", "BY", "LIMITS", "COUNTS");
            held.forEach(item -> table.add(
                    permission(item),
                    Print.text(item.path("effect")),
                    source(item.path("source")),
                    limits(item),
                    Print.text(item.path("effectiveness"))));
            table.print(tenant.session().out());
        });
    }

    /** With the resource, where it is about one. */
    static String permission(JsonNode item) {
        JsonNode resource = item.path("resource");
        String permission = Print.text(item.path("permission"));
        return resource.isObject()
                ? permission + " on " + Print.text(resource.path("type")) + "/" + Print.text(resource.path("id"))
                : permission;
    }

    /** Where it comes from: {@code team db > platform, role lead > member}. */
    static String source(JsonNode source) {
        List<String> parts = new ArrayList<>();
        path("team", source.path("teams"), parts);
        path("role", source.path("path"), parts);
        if (source.hasNonNull("grant_id")) {
            parts.add("grant " + source.path("grant_id").asString(""));
        }
        return parts.isEmpty() ? Print.text(source.path("type")) : String.join(", ", parts);
    }

    static String limits(JsonNode item) {
        List<String> limits = new ArrayList<>();
        limit("from", item.path("valid_from"), limits);
        limit("until", item.path("expires_at"), limits);
        limit("when", item.path("condition"), limits);
        item.path("conditions").forEach(condition -> limit("when", condition, limits));
        return limits.isEmpty() ? "-" : String.join(", ", limits);
    }

    private static void path(String noun, JsonNode names, List<String> parts) {
        if (!names.isEmpty()) {
            parts.add(noun + " "
                    + String.join(
                            " > ",
                            names.valueStream().map(name -> name.asString("")).toList()));
        }
    }

    private static void limit(String word, JsonNode value, List<String> limits) {
        if (!value.isMissingNode() && !value.isNull()) {
            limits.add(word + " " + value.asString(""));
        }
    }
}
