package io.neomt.deploy.cli;

import io.neomt.deploy.cli.access.AccessCommands;
import io.neomt.deploy.cli.access.CheckCommand;
import io.neomt.deploy.cli.access.ConnectionCommands;
import io.neomt.deploy.cli.access.ExplainCommand;
import io.neomt.deploy.cli.access.GrantCommands;
import io.neomt.deploy.cli.access.PermissionCommands;
import io.neomt.deploy.cli.access.RegionCommands;
import io.neomt.deploy.cli.access.ResourceCommands;
import io.neomt.deploy.cli.access.RoleCommands;
import io.neomt.deploy.cli.access.RoleTemplateCommands;
import io.neomt.deploy.cli.access.SettingsCommands;
import io.neomt.deploy.cli.access.TeamCommands;
import io.neomt.deploy.cli.access.TenantCommands;
import io.neomt.deploy.cli.access.UserCommands;
import io.neomt.deploy.cli.audit.AuditCommands;
import io.neomt.deploy.cli.bench.BenchCommand;
import io.neomt.deploy.cli.command.DemoCommand;
import io.neomt.deploy.cli.command.EventsCommand;
import io.neomt.deploy.cli.command.StatusCommand;
import io.neomt.deploy.cli.command.TestCommand;
import io.neomt.deploy.cli.command.TokenCommand;
import io.neomt.deploy.cli.command.UpCommand;
import io.neomt.deploy.cli.migrate.MigrateCommands;
import io.neomt.deploy.cli.platform.ServiceLogs;
import io.neomt.deploy.cli.projections.ProjectionCommands;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code neo}. Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
@Command(
        name = "neo",
        mixinStandardHelpOptions = true,
        version = "neo 0.1.0",
        description = "Multi-tenant access control: commands in, events through Kafka, permission checks out.",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            BenchCommand.class,
            StatusCommand.class,
            TokenCommand.class,
            TenantCommands.class,
            RegionCommands.class,
            ConnectionCommands.class,
            SettingsCommands.class,
            UserCommands.class,
            RoleCommands.class,
            RoleTemplateCommands.class,
            TeamCommands.class,
            GrantCommands.class,
            PermissionCommands.class,
            AccessCommands.class,
            ResourceCommands.class,
            CheckCommand.class,
            ExplainCommand.class,
            MigrateCommands.class,
            ProjectionCommands.class,
            AuditCommands.class,
            EventsCommand.class,
            TestCommand.class,
            CommandLine.HelpCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo demo                     the main job, start to end, on a platform of its own",
            "  ./neo up                       start everything and keep it running",
            "  ./neo token --tenant acme --user ann",
            "  ./neo check --tenant acme --user ann --permission posts.write.team",
            "  ./neo explain --tenant acme --user ann --permission posts.write.team"
        })
public final class Neo implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command line to its end and gives its exit code. */
    public static int run(String... arguments) {
        ServiceLogs.quiet();
        return new CommandLine(new Neo())
                .registerConverter(Instant.class, Neo::time)
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println("neo: " + describe(failure));
                    return CommandLine.ExitCode.SOFTWARE;
                })
                // scenarios of the benchmarks are named like their commands
                .setAllowSubcommandsAsOptionParameters(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .execute(arguments);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no time, such as 2026-03-01T08:00:00Z");
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    /** What went wrong in one line; a failure without a message is named by its kind. */
    private static String describe(Throwable failure) {
        return Objects.requireNonNullElseGet(
                failure.getMessage(), () -> failure.getClass().getSimpleName());
    }
}
