package io.neomt.deploy.cli.projections;

import io.neomt.deploy.cli.access.Print;
import io.neomt.deploy.cli.access.Session;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Parameters(index = "0", paramLabel = "TENANT", description = "Slug or id.")
    private String tenant = "";

    @Parameters(index = "1", paramLabel = "POSITION", description = "Where the event stands, as 'parked' shows it.")
    private long position;

    @Option(
            names = "--projection",
            defaultValue = "tenantschema",
            description = "Which one stands there; default ${DEFAULT-VALUE}.")
    private String projection = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "For those who ask later why.")
    private String reason = "";

    @Override
    public Integer call() {
        String id = new Parked(session).tenantId(tenant);
        return Print.done(
                session,
                session.command(
                        "/api/v1/admin/tenants/" + id + "/events/" + position + "/skip",
                        Map.of("projection", projection, "reason", reason)),
                "skipped position " + position + " of " + tenant);
    }
}
