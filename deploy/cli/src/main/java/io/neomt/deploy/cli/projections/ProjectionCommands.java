package io.neomt.deploy.cli.projections;

import io.neomt.deploy.cli.access.Group;
import io.neomt.deploy.cli.access.Print;
import io.neomt.deploy.cli.access.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code neo projections}: what is made from the events, and how far it is. */
@Command(
        name = "projections",
        mixinStandardHelpOptions = true,
        subcommands = {SkipCommand.class, PatchCommand.class},
        description = "Shows how far the views of tenants are, and helps those that stand before an event.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo projections status",
            "  ./neo projections status --tenant acme",
            "  ./neo projections parked",
            "  ./neo projections retry acme"
        })
public final class ProjectionCommands extends Group {

    static final String PROJECTIONS = "/api/v1/admin/projections";

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows each projection's lag, what has moved, and how many tenants are parked.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo projections status --tenant acme")
    int status(
            @Mixin Session session,
            @Option(names = "--tenant", paramLabel = "TENANT", description = "Only this tenant, by slug or id.")
                    @Nullable
                    String tenant) {
        JsonNode all = session.projections("GET", PROJECTIONS, null).data();
        return tenant == null
                ? Print.list(
                        session,
                        all.valueStream().toList(),
                        "projection",
                        "tenants",
                        "lag_events",
                        "lag_seconds",
                        "head_moves",
                        "position_moves",
                        "parked")
                : Print.list(
                        session,
                        all.valueStream()
                                .map(each -> ofTenant(
                                        session, each.path("projection").asString(""), tenant))
                                .toList(),
                        "projection",
                        "head",
                        "position",
                        "lag_events",
                        "state",
                        "reason");
    }

    private static JsonNode ofTenant(Session session, String projection, String tenant) {
        return session.projections("GET", PROJECTIONS + "/" + projection + "/tenants/" + tenant, null)
                .data();
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists tenants whose views stand before an event, with the reason.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo projections parked")
    int parked(@Mixin Session session) {
        return Print.list(
                session,
                new Parked(session).all(),
                "tenant",
                "projection",
                "position",
                "event_type",
                "since",
                "attempts",
                "reason");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Tries again what is parked, after the cause was repaired.",
                "Exits with 1 when it stays parked."
            },
            footerHeading = "%nExample:%n",
            footer = "  ./neo projections retry acme --projection permissionsets")
    int retry(
            @Mixin Session session,
            @Parameters(paramLabel = "TENANT", description = "Slug or id.") String tenant,
            @Option(
                            names = "--projection",
                            defaultValue = "tenantschema",
                            description = "Which one; default ${DEFAULT-VALUE}.")
                    String projection) {
        JsonNode tried = session.projections("POST", Parked.PARKED + "/" + tenant + "/" + projection + "/retry", null)
                .data();
        boolean freed = tried.path("freed").asBoolean(false);
        session.print(tried, () -> session.out()
                .println(
                        freed
                                ? projection + " of " + tenant + " goes on"
                                : projection + " of " + tenant + " is still parked: "
                                        + tried.path("parked").path("reason").asString("")));
        return freed ? 0 : 1;
    }
}
