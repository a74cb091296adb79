package io.neomt.deploy.cli.projections;

import io.neomt.deploy.cli.access.Session;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code neo projections skip}: an event shall have no effect on any view. */
@Command(
        name = "skip",
        mixinStandardHelpOptions = true,
        description = {
            "Lets the views of a tenant pass by an event that they cannot take in.",
            "What the event says is then in no view, while the command side knows it; prefer patch."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo projections skip acme 42 --projection tenantschema --reason \"its bytes are lost\"")
final class SkipCommand implements Callable<Integer> {

    @Mixin
    private Session session = new Session();

    @Mixin
    private Intervention intervention = new Intervention();

    @Option(
            names = "--projection",
            defaultValue = "tenantschema",
            description = "Which one stands there; default ${DEFAULT-VALUE}.")
    private String projection = "";

    @Override
    public Integer call() {
        return intervention.send(session, "skip", "skipped", Map.of("projection", projection));
    }
}
