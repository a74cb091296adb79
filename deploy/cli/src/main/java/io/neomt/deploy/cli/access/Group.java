package io.neomt.deploy.cli.access;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only groups others. */
public abstract class Group implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public final void run() {
        List<String> names = spec.subcommands().keySet().stream()
                .filter(name -> !name.equals("help"))
                .toList();
        throw new ParameterException(
                spec.commandLine(), names.stream().collect(Collectors.joining(", ", "Name a command: ", ".")));
    }
}
