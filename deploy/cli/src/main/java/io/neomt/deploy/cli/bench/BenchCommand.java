package io.neomt.deploy.cli.bench;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code neo bench}: measurements; each is a command, too. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the platform on a stack of its own, each figure beside its limit, and prints what was to be reached.",
            "Without a command it runs them all, one after the other."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo bench --quick --html bench.html     all of them, in less than five minutes",
            "  ./neo bench --json bench.json             all of them",
            "  ./neo bench rebuild --events 20000        one of them"
        },
        // in the order in which they run: the first has no platform beside it, the last one leaves schemas that no
        // other would understand
        subcommands = {
            BenchUpCommand.class,
            BenchCodeCommand.class,
            BenchCheckCommand.class,
            BenchBatchCommand.class,
            BenchMissesCommand.class,
            BenchAppendCommand.class,
            BenchProjectionCommand.class,
            BenchVisibilityCommand.class,
            BenchFanoutCommand.class,
            BenchTokensCommand.class,
            BenchSizingCommand.class,
            BenchRebuildCommand.class,
            BenchProvisioningCommand.class,
            BenchMigrationsCommand.class
        })
public final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Some of them, in the order of the list below.")
    private Set<String> only = Set.of();

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Scenario> scenarios = spec.subcommands().values().stream()
                .map(CommandLine::getCommand)
                .filter(Scenario.class::isInstance)
                .map(Scenario.class::cast)
                .filter(scenario -> only.isEmpty() || only.contains(scenario.name()))
                .toList();
        if (scenarios.size() < only.size()) {
            throw new ParameterException(spec.commandLine(), "--only names what is no scenario: " + only);
        }
        return options.run(scenarios);
    }
}
