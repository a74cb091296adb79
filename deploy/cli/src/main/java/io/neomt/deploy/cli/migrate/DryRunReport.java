package io.neomt.deploy.cli.migrate;

import io.neomt.deploy.cli.access.Print;
import io.neomt.deploy.cli.access.Session;
import io.neomt.deploy.cli.client.Answer;
import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** What a run would do. */
final class DryRunReport {

    private DryRunReport() {}

    static int print(Session session, Answer answer) {
        if (answer.data().path("up_to_date").asBoolean(false)) {
            return session.print(answer.data(), () -> session.out().println("everything is up to date"));
        }
        return session.print(answer.data(), () -> print(session.out(), answer.data(), ""));
    }

    /** Lists under their names, each thing in them with what is in it. */
    private static void print(PrintWriter out, JsonNode thing, String indent) {
        thing.properties().forEach(field -> {
            JsonNode value = field.getValue();
            String name = indent + field.getKey().replace('_', ' ');
            if (value.isObject()) {
                out.println(name + ":");
                print(out, value, indent + "  ");
            } else if (value.isArray() && value.valueStream().anyMatch(JsonNode::isObject)) {
                out.println(name + ":");
                value.forEach(each -> {
                    out.println(indent + "  -");
                    print(out, each, indent + "    ");
                });
            } else {
                out.println(name + ": " + Print.text(value));
            }
        });
    }
}
