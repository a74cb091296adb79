package io.neomt.deploy.cli.projections;

import io.neomt.deploy.cli.access.Print;
import io.neomt.deploy.cli.access.Session;
import io.neomt.deploy.cli.client.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code neo projections rebuild}: makes a view anew while everything goes on. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a view anew beside the running one and lets it take its place, tenant by tenant. Queries do not pause.",
            "Exit codes: 0 done, 1 refused or failed, or differences found by a dry run, 2 wrong usage."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo projections rebuild permissionsets --verify",
            "  ./neo projections rebuild permissionsets --tenant acme --dry-run",
            "  ./neo projections rebuild audit --from topic --verify"
        })
final class RebuildCommand implements Callable<Integer> {

    @Mixin
    private Session session = new Session();

    @Parameters(paramLabel = "VIEW", description = "As ./neo projections status names it.")
    private String view = "";

    @Option(names = "--tenant", paramLabel = "TENANT", description = "Only this tenant's, by slug or id.")
    private @Nullable String tenant;

    @Option(
            names = "--from",
            paramLabel = "SOURCE",
            description = "What it is made from: rows, store or topic; the usual source if absent.")
    private @Nullable String from;

    @Option(names = "--verify", description = "Compares it with the running one, and lists what differs.")
    private boolean verify;

    @Option(names = "--dry-run", description = "Compares, and leaves the running one in its place.")
    private boolean dryRun;

    @Option(names = "--no-wait", description = "Returns as soon as the rebuild has begun.")
    private boolean noWait;

    @Override
    public Integer call() {
        Map<String, Object> body = new LinkedHashMap<>();
        if (tenant != null) {
            body.put("tenant", tenant);
        }
        if (from != null) {
            body.put("from", from);
        }
        body.put("verify", verify);
        body.put("dry_run", dryRun);
        Answer begun = session.projections("POST", ProjectionCommands.PROJECTIONS + "/" + view + "/rebuilds", body);
        String id = begun.data().path("rebuild").path("id").asString("");
        return noWait ? Print.done(session, begun, "begun rebuild " + id) : new RebuildWatch(session).follow(id);
    }
}
