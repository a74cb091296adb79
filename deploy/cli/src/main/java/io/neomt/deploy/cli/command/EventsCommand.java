package io.neomt.deploy.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code neo events}: what passes Kafka. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "Shows the events of tenants.",
        subcommands = {EventsTailCommand.class, CommandLine.HelpCommand.class})
public final class EventsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: tail.");
    }
}
