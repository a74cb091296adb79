package io.neomt.deploy.cli.command;

import io.neomt.deploy.cli.platform.ExitSignal;
import io.neomt.deploy.cli.platform.TemporaryStack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code neo test}: the whole test suite on one embedded stack. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs every check and test, on one embedded stack with free ports and a data folder of its own.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo test",
            "  ./neo test --module query-api",
            "  ./neo test -- -Dtest=BadInputTest",
            "  ./neo test --faults",
            "  ./neo test --faults relay-killed,redis-emptied"
        })
public final class TestCommand implements Callable<Integer> {

    @Option(names = "--module", paramLabel = "M", description = "Only this module and those that it is built from.")
    private List<String> modules = new ArrayList<>();

    @Option(
            names = "--faults",
            paramLabel = "NAMES",
            arity = "0..1",
            fallbackValue = "all",
            description = "Nothing else but this: breaks a platform of real processes while it works, in all ways or in"
                    + " those that are named, and holds what it did and answered against what clients were told.")
    private @Nullable String faults;

    @Parameters(paramLabel = "ARG", description = "Handed to Maven as it is.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintStream out = System.out;
        Path root = Path.of(System.getenv().getOrDefault("NEO_ROOT", ".")).toAbsolutePath();
        try (ExitSignal _ = ExitSignal.listen()) {
            if (faults != null) {
                return run(root, new ProcessBuilder(ofFaults(faults)), out);
            }
            try (TemporaryStack stack = TemporaryStack.start(out)) {
                ProcessBuilder builder = new ProcessBuilder(ofTests());
                builder.environment().put("NEO_TEST_STACK", stack.file().toString());
                return run(root, builder, out);
            }
        }
    }

    private static int run(Path root, ProcessBuilder builder, PrintStream out)
            throws IOException, InterruptedException {
        builder.directory(root.toFile()).inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        TestReports.in(root).clear();
        Process maven = builder.start();
        try {
            int code = maven.waitFor();
            out.println(TestReports.in(root).outcome().told());
            return code == 0 ? 0 : 1;
        } finally {
            maven.descendants().forEach(ProcessHandle::destroy);
            maven.destroy();
        }
    }

    private static String program() {
        return System.getenv().getOrDefault("NEO_MVN", "mvn");
    }

    /** They have servers of their own, which they break. */
    private List<String> ofFaults(String names) {
        List<String> command = new ArrayList<>(List.of(
                program(),
                "-B",
                "-ntp",
                "-Dspotless.check.skip",
                "-pl",
                ":e2e",
                "-am",
                "-Dtest=FaultSuite,WeakenedBuilds",
                "-Dtest.faults=" + names,
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "verify"));
        command.addAll(arguments);
        return command;
    }

    private List<String> ofTests() {
        List<String> command = new ArrayList<>(List.of(program(), "-B", "-ntp", "-T", "2", "--fail-at-end", "verify"));
        if (!modules.isEmpty()) {
            command.addAll(List.of("-pl", ":" + String.join(",:", modules), "-am"));
        }
        if (!modules.isEmpty() || !arguments.isEmpty()) {
            command.add("-Dsurefire.failIfNoSpecifiedTests=false");
        }
        command.addAll(arguments);
        return command;
    }
}
