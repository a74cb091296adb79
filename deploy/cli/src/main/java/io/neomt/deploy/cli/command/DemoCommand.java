package io.neomt.deploy.cli.command;

import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.demo.Demo;
import io.neomt.deploy.cli.demo.KeycloakDemo;
import io.neomt.deploy.cli.platform.ConsoleProgress;
import io.neomt.deploy.cli.platform.ExitSignal;
import io.neomt.deploy.cli.platform.Identity;
import io.neomt.deploy.cli.platform.Platform;
import io.neomt.deploy.cli.platform.PortChoice;
import io.neomt.deploy.cli.platform.TemporaryFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code neo demo}: the main job from start to end. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the main job on a platform of its own, with free ports and a temporary data folder:",
            "commands by REST, their events as they pass Kafka, and the permission checks that they turn.",
            "Exits with 1 when a step does not do what it should."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./neo demo", "  ./neo demo --keycloak"})
public final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--keycloak",
            description = "Instead shows how people sign in through a real Keycloak, and act with what they get.")
    private boolean keycloak;

    @Override
    public Integer call() throws IOException {
        PrintStream out = System.out;
        long begun = System.nanoTime();
        try (ExitSignal _ = ExitSignal.listen();
                TemporaryFolder folder = TemporaryFolder.create("neo-demo")) {
            out.println("neo: starting a platform of its own for the demo");
            try (Platform platform = Platform.start(
                    folder.path(), PortChoice.AUTO, false, Identity.of(keycloak), new ConsoleProgress(out))) {
                out.printf(Locale.ROOT, "neo: ready in %.1f s%n", (System.nanoTime() - begun) / 1e9);
                run(platform, out);
            }
            out.printf(Locale.ROOT, "neo: the demo passed in %.1f s%n", (System.nanoTime() - begun) / 1e9);
            return 0;
        }
    }

    private static void run(Platform platform, PrintStream out) {
        PlatformClient client = new PlatformClient(platform.runFile());
        platform.keycloak()
                .ifPresentOrElse(
                        keycloak -> new KeycloakDemo(
                                        client,
                                        keycloak.initialPassword(),
                                        keycloak.admin()::choosePassword,
                                        out::println)
                                .run(),
                        () -> new Demo(client, out::println).run());
    }
}
