package io.neomt.deploy.cli.migrate;

import io.neomt.deploy.cli.access.Query;
import io.neomt.deploy.cli.access.Session;
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
        JsonNode report =
                new Fleet(session).get("/drift" + Query.of("tenant", tenant)).data();
        JsonNode drifted = report.path("schemas");
        JsonNode unreachable = report.path("unreachable");
        session.print(report, () -> {
            drifted.forEach(this::print);
            unreachable.forEach(each -> session.out().println("could not be looked at: " + each.asString("")));
            session.out()
                    .println(drifted.size() + " of " + report.path("scanned").asInt(0) + " schemas differ");
        });
        return drifted.isEmpty() && unreachable.isEmpty() ? 0 : 1;
    }

    private void print(JsonNode schema) {
        session.out()
                .println(schema.path("schema").asString("") + " on "
                        + schema.path("connection").asString("") + ", version "
                        + schema.path("version").asString("-") + ":");
        schema.path("objects").forEach(object -> session.out()
                .println("  " + object.path("difference").asString("") + " "
                        + object.path("kind").asString("") + " "
                        + object.path("object").asString("") + expected(object)));
    }

    private static String expected(JsonNode object) {
        return object.hasNonNull("expected") && object.hasNonNull("found")
                ? ": " + object.path("found").asString("") + " instead of "
                        + object.path("expected").asString("")
                : "";
    }
}
