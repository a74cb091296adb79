package io.neomt.deploy.cli.migrate;

import io.neomt.deploy.cli.access.Query;
import io.neomt.deploy.cli.access.Session;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code neo migrate drift}: schemas that are not what their version says. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = {
            "Compares schemas with the template at their own version and names the objects that differ.",
            "Exits with 1 when something differs."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./neo migrate drift", "  ./neo migrate drift --tenant acme --json"})
final class DriftCommand implements Callable<Integer> {

    @Mixin
    private Session session = new Session();

    @Option(names = "--tenant", paramLabel = "SLUG", description = "Only this tenant.")
    private @Nullable String tenant;

    @Override
    public Integer call() {
        JsonNode answer =
                new Fleet(session).get("/drift" + Query.of("tenant", tenant)).data();
        List<JsonNode> drifted = (answer.isArray() ? answer : answer.path("schemas"))
                .valueStream()
                .toList();
        session.print(answer, () -> {
            drifted.forEach(this::print);
            session.out().println(drifted.isEmpty() ? "nothing differs" : drifted.size() + " schemas differ");
        });
        return drifted.isEmpty() ? 0 : 1;
    }

    private void print(JsonNode schema) {
        session.out()
                .println(schema.path("tenant").asString("-") + " ("
                        + schema.path("schema").asString("") + ", version "
                        + schema.path("version").asString("-") + ")");
        schema.path("objects").forEach(object -> session.out()
                .println("    " + (object.isString() ? object.asString("") : Described.of(object))));
    }
}
