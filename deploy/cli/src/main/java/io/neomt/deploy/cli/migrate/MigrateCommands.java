package io.neomt.deploy.cli.migrate;

import io.neomt.deploy.cli.access.Group;
import io.neomt.deploy.cli.access.Print;
import io.neomt.deploy.cli.access.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code neo migrate}: brings the schemas of the whole fleet to another version. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        subcommands = {HelpCommand.class, RollbackCommand.class, LintCommand.class, DriftCommand.class},
        description = {
            "Brings schemas to the newest version, in waves, and shows how far they are.",
            "Exit codes: 0 done, 1 stopped, failed or something found, 2 wrong usage."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo migrate status --detailed",
            "  ./neo migrate apply --scope all --dry-run --batch-size 10 --canary acme",
            "  ./neo migrate tenant --slug acme"
        })
public final class MigrateCommands extends Group {

    private static final String RUN = "The run's id.";

    @Command(
            mixinStandardHelpOptions = true,
            description = "Migrates all that is behind and shows the waves meanwhile.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  ./neo migrate apply",
                "  ./neo migrate apply --scope tenants --region eu-west-1 --canary acme --batch-size 100 --tolerate 2",
                "  ./neo migrate apply --dry-run"
            })
    int apply(
            @Mixin Session session,
            @Mixin Wish wish,
            @Option(names = "--no-wait", description = "Returns as soon as the run has begun.") boolean noWait) {
        Fleet fleet = new Fleet(session);
        return wish.dryRun()
                ? DryRunReport.print(session, fleet.post("/apply", wish.body()))
                : new RunWatch(session, fleet).follow(fleet.post("/apply", wish.body()), !noWait);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Migrates one tenant's schema.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo migrate tenant --slug acme")
    int tenant(
            @Mixin Session session,
            @Option(names = "--slug", paramLabel = "SLUG", required = true, description = "The tenant.") String slug,
            @Option(names = "--no-wait", description = "Returns as soon as the run has begun.") boolean noWait) {
        Fleet fleet = new Fleet(session);
        return new RunWatch(session, fleet).follow(fleet.migrate(slug), !noWait);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows which schemas are at which version.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo migrate status --detailed")
    int status(
            @Mixin Session session,
            @Option(names = "--detailed", description = "Names each schema that is behind or has failed.")
                    boolean detailed) {
        return FleetStatus.print(session, new Fleet(session), detailed);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists runs, the newest first.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo migrate runs")
    int runs(@Mixin Session session) {
        return Print.list(
                session,
                new Fleet(session).get("/runs").data().valueStream().toList(),
                "id",
                "direction",
                "scope",
                "state",
                "requested_by",
                "started_at",
                "finished_at",
                "reason");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows one run: its waves, and the schemas that could not be migrated.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo migrate show 01990000-0000-7000-8000-000000000000")
    int show(@Mixin Session session, @Parameters(paramLabel = "RUN", description = RUN) String run) {
        return new RunWatch(session, new Fleet(session)).show(run);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lets what is under way end and begins nothing more.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo migrate pause 01990000-0000-7000-8000-000000000000")
    int pause(@Mixin Session session, @Parameters(paramLabel = "RUN", description = RUN) String run) {
        return act(session, run, "pause", "paused");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Goes on with a run that was paused or has stopped; what failed is tried again.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo migrate resume 01990000-0000-7000-8000-000000000000")
    int resume(
            @Mixin Session session,
            @Parameters(paramLabel = "RUN", description = RUN) String run,
            @Option(names = "--no-wait", description = "Returns as soon as the run goes on.") boolean noWait) {
        Fleet fleet = new Fleet(session);
        return new RunWatch(session, fleet).follow(fleet.post("/runs/" + run + "/resume", null), !noWait);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Ends a run for good; what it has not reached stays as it is.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo migrate abort 01990000-0000-7000-8000-000000000000")
    int abort(@Mixin Session session, @Parameters(paramLabel = "RUN", description = RUN) String run) {
        return act(session, run, "abort", "aborted");
    }

    private static int act(Session session, String run, String action, String done) {
        return Print.done(session, new Fleet(session).post("/runs/" + run + "/" + action, null), done + " run " + run);
    }
}
