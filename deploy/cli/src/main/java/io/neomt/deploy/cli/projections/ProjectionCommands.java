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
        subcommands = {SkipCommand.class, PatchCommand.class, RebuildCommand.class},
        description = {
            "Shows how far the views of tenants are, helps those that stand before an event, and makes views anew."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo projections status",
            "  ./neo projections status --tenant acme",
            "  ./neo projections parked",
            "  ./neo projections retry acme",
            "  ./neo projections rebuild permissionsets --verify"
        })
public final class ProjectionCommands extends Group {

    static final String PROJECTIONS = "/api/v1/admin/projections";
    private static final String REBUILD = "The rebuild's number.";

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

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows the newest rebuilds.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo projections rebuilds")
    int rebuilds(@Mixin Session session) {
        return Print.list(
                session,
                session.projections("GET", PROJECTIONS + "/rebuilds", null)
                        .data()
                        .valueStream()
                        .toList(),
                "id",
                "view",
                "source",
                "state",
                "tenants",
                "done",
                "failed",
                "events",
                "per_second",
                "differences",
                "requested_by",
                "created_at");
    }

    @Command(
            name = "rebuild-show",
            mixinStandardHelpOptions = true,
            description = "Shows a rebuild with what differed and what failed.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo projections rebuild-show 7")
    int rebuildShow(@Mixin Session session, @Parameters(paramLabel = "ID", description = REBUILD) String id) {
        return new RebuildWatch(session).show(id);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lets what a rebuild has replaced answer again, brought to where the tenants are by now.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo projections rollback 7")
    int rollback(@Mixin Session session, @Parameters(paramLabel = "ID", description = REBUILD) String id) {
        session.projections("POST", PROJECTIONS + "/rebuilds/" + id + "/rollback", null);
        return new RebuildWatch(session).follow(id);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Ends a rebuild; tenants whose new view has taken the running one's place keep it.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo projections abort 7")
    int abort(@Mixin Session session, @Parameters(paramLabel = "ID", description = REBUILD) String id) {
        return Print.done(
                session,
                session.projections("POST", PROJECTIONS + "/rebuilds/" + id + "/abort", null),
                "aborted rebuild " + id);
    }
}
