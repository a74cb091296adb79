package io.neomt.deploy.cli.bench;

import picocli.CommandLine.Command;

/** {@code neo bench}: measurements. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the platform on a stack of its own.",
        subcommands = {BenchProvisioningCommand.class, BenchMigrationsCommand.class, BenchRebuildCommand.class})
public final class BenchCommand {}
