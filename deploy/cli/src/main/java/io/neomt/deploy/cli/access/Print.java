package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.terminal.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How answers are shown to people. */
final class Print {

    private static final String NOTHING = "-";

    private Print() {}

    /** A list as a table, a column for each field. */
    static int list(Session session, List<JsonNode> items, String... fields) {
        return session.print(items, () -> {
            Table table = new Table(Stream.of(fields).map(Print::heading).toArray(String[]::new));
            items.forEach(item -> table.add(
                    Stream.of(fields).map(field -> text(item.path(field))).toArray(String[]::new)));
            table.print(session.out());
        });
    }

    /** One thing, a line for each field. */
    static int fields(Session session, JsonNode thing) {
        return session.print(thing, () -> thing.properties()
                .forEach(field -> session.out().printf("%-16s %s%n", field.getKey(), text(field.getValue()))));
    }

    /** What became of a change. */
    static int done(Session session, Answer answer, String sentence) {
        return session.print(answer.data(), () -> session.out().println(sentence));
    }

    static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return NOTHING;
        }
        if (value.isArray()) {
            List<String> items = value.valueStream().map(Print::text).toList();
            return items.isEmpty() ? NOTHING : String.join(", ", items);
        }
        return value.isObject() ? named(value) : value.asString("");
    }

    /** Things within things are called by what people call them. */
    private static String named(JsonNode thing) {
        for (String field : List.of("name", "username", "permission", "code")) {
            if (thing.hasNonNull(field)) {
                return thing.path(field).asString("");
            }
        }
        return thing.toString();
    }

    private static String heading(String field) {
        return field.replace('_', ' ').toUpperCase(Locale.ROOT);
    }
}
