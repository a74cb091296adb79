package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.terminal.Table;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How answers are shown to people. */
public final class Print {

    private static final String NOTHING = "-";
    private static final Set<String> VERBATIM = Set.of("properties", "details");

    private Print() {}

    /** A list as a table, a column for each field. */
    public static int list(Session session, List<JsonNode> items, String... fields) {
        return session.print(items, () -> {
            Table table = new Table(Stream.of(fields).map(Print::heading).toArray(String[]::new));
            items.forEach(item -> table.add(Stream.of(fields)
                    .map(field -> text(field, item.path(field)))
                    .toArray(String[]::new)));
            table.print(session.out());
        });
    }

    /** One thing, a line for each field. */
    public static int fields(Session session, JsonNode thing) {
        return session.print(thing, () -> thing.properties().forEach(field -> session.out()
                .printf("%-24s %s%n", field.getKey(), text(field.getKey(), field.getValue()))));
    }

    /** What became of a change. */
    public static int done(Session session, Answer answer, String sentence) {
        return session.print(answer.data(), () -> session.out().println(sentence));
    }

    /** Properties are what their owner made them, details what was asked for; neither is told in other words. */
    private static String text(String field, JsonNode value) {
        return VERBATIM.contains(field) ? value.toString() : text(value);
    }

    public static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return NOTHING;
        }
        if (value.isArray()) {
            List<String> items = value.valueStream().map(Print::text).toList();
            return items.isEmpty() ? NOTHING : String.join(", ", items);
        }
        return value.isObject() ? named(value) : value.asString("");
    }

    /** Things within things are called by what people call them, with all that limits them. */
    private static String named(JsonNode thing) {
        if (thing.hasNonNull("permission")) {
            String denial = thing.path("effect").asString("").equals("deny") ? "deny " : "";
            return denial + Held.permission(thing) + limited(thing);
        }
        for (String field : List.of("name", "username", "code")) {
            if (thing.hasNonNull(field)) {
                return thing.path(field).asString("") + limited(thing);
            }
        }
        return thing.toString();
    }

    private static String limited(JsonNode thing) {
        String limits = Held.limits(thing);
        return limits.equals(NOTHING) ? "" : " (" + limits + ")";
    }

    private static String heading(String field) {
        return field.replace('_', ' ').toUpperCase(Locale.ROOT);
    }
}
