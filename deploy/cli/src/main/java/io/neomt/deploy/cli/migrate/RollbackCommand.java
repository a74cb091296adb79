package io.neomt.deploy.cli.migrate;

import io.neomt.deploy.cli.access.Print;
import io.neomt.deploy.cli.access.Session;
import io.neomt.deploy.cli.client.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code neo migrate rollback}: takes a version back, by the undo script that belongs to it. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a version of tenants' schemas back, and all above it, by undo scripts, U<version>__<name>.sql.",
            "Where one is missing it is named, and nothing is changed. Templates go back with all tenants."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo migrate rollback --scope tenant --version V2001 --tenant acme",
            "  ./neo migrate rollback --version 2001 --run 01990000-0000-7000-8000-000000000000"
        })
final class RollbackCommand implements Callable<Integer> {

    private static final Pattern WRITTEN = Pattern.compile("[Vv]?0*([1-9][0-9]{0,17})");

    /** Only tenants' schemas are taken back; either word is understood. */
    enum Scope {
        TENANT,
        TENANTS;

        String asked() {
            return switch (this) {
                case TENANT, TENANTS -> "tenants";
            };
        }
    }

    @Mixin
    private Session session = new Session();

    @Option(names = "--scope", defaultValue = "tenants", description = "Only tenants' schemas can be taken back.")
    private Scope scope = Scope.TENANTS;

    @Option(
            names = "--version",
            paramLabel = "VERSION",
            required = true,
            description = "The version that is taken back, such as V2001.")
    private String version = "";

    @Option(names = "--tenant", paramLabel = "SLUG", description = "Only of this tenant.")
    private @Nullable String tenant;

    @Option(names = "--run", paramLabel = "RUN", description = "Only of the schemas that this run has migrated.")
    private @Nullable String run;

    @Option(names = "--no-wait", description = "Returns as soon as the run has begun.")
    private boolean noWait;

    @Override
    public Integer call() {
        var written = WRITTEN.matcher(version);
        if (!written.matches()) {
            throw session.wrongUsage("'" + version + "' is no version, such as V2001");
        }
        if (tenant != null && run != null) {
            throw session.wrongUsage("Give --tenant or --run, not both.");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("scope", scope.asked());
        body.put("version", written.group(1));
        Wish.put(body, "tenant", tenant);
        Wish.put(body, "run", run);
        Fleet fleet = new Fleet(session);
        Answer asked = fleet.post("/rollback", body);
        return asked.data().path("up_to_date").asBoolean(false)
                ? Print.done(session, asked, "no schema has version " + written.group(1))
                : new RunWatch(session, fleet).follow(asked, !noWait);
    }
}
