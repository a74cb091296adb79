package io.neomt.deploy.cli.command;

import io.neomt.deploy.cli.client.RunFile;
import io.neomt.deploy.cli.platform.ConsoleProgress;
import io.neomt.deploy.cli.platform.ExitSignal;
import io.neomt.deploy.cli.platform.Identity;
import io.neomt.deploy.cli.platform.Platform;
import io.neomt.deploy.cli.platform.PortChoice;
import io.neomt.deploy.cli.terminal.DataOption;
import io.neomt.deploy.cli.terminal.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code neo up}: the whole platform until Ctrl-C. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts the whole platform and keeps it running until Ctrl-C; data stays in the data folder.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo up",
            "  ./neo up --data /tmp/other --ports auto",
            "  ./neo up --fresh",
            "  ./neo up --keycloak"
        })
public final class UpCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--ports",
            defaultValue = "default",
            description = "default: the documented ports; auto: free ports, which are printed.")
    private PortChoice ports = PortChoice.DEFAULT;

    @Option(names = "--fresh", description = "Removes the data folder first.")
    private boolean fresh;

    @Option(names = "--keycloak", description = "Signs people in through a Keycloak of its own.")
    private boolean keycloak;

    @Option(names = "--json", description = "Prints the addresses as JSON when ready.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Path folder = data.path();
        PrintStream out = System.out;
        long begun = System.nanoTime();
        try (ExitSignal signal = ExitSignal.listen()) {
            out.println("neo: starting in " + folder);
            try (Platform platform =
                    Platform.start(folder, ports, fresh, Identity.of(keycloak), new ConsoleProgress(out))) {
                platform.runFile().write(folder);
                try {
                    printReady(out, platform, System.nanoTime() - begun);
                    signal.await();
                    out.println("neo: stopping");
                } finally {
                    RunFile.remove(folder);
                }
            }
            out.println("neo: stopped");
            return 0;
        }
    }

    private void printReady(PrintStream out, Platform platform, long nanos) {
        Map<String, String> addresses = new TreeMap<>(platform.addresses());
        if (json) {
            out.println(Json.of(addresses));
        } else {
            out.println();
            addresses.forEach((name, address) -> out.printf("  %-24s %s%n", name, address));
            out.println();
        }
        out.printf(Locale.ROOT, "neo: ready in %.1f s%n", nanos / 1e9);
        out.flush();
    }
}
