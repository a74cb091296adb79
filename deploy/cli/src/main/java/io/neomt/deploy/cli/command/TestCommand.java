package io.neomt.deploy.cli.command;

import io.neomt.deploy.cli.platform.ExitSignal;
import io.neomt.deploy.cli.platform.TemporaryStack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code neo test}: the whole test suite on one embedded stack. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs every check and test, on one embedded stack with free ports and a data folder of its own.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./neo test", "  ./neo test --module query-api", "  ./neo test -- -Dtest=BadInputTest"})
public final class TestCommand implements Callable<Integer> {

    @Option(names = "--module", paramLabel = "M", description = "Only this module and those that it is built from.")
    private List<String> modules = new ArrayList<>();

    @Parameters(paramLabel = "ARG", description = "Handed to Maven as it is.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintStream out = System.out;
        Path root = Path.of(System.getenv().getOrDefault("NEO_ROOT", ".")).toAbsolutePath();
        try (ExitSignal _ = ExitSignal.listen();
                TemporaryStack stack = TemporaryStack.start(out)) {
            Process maven = maven(root, stack.file());
            try {
                int code = maven.waitFor();
                out.println(TestReports.in(root).closingLine());
                return code == 0 ? 0 : 1;
            } finally {
                maven.descendants().forEach(ProcessHandle::destroy);
                maven.destroy();
            }
        }
    }

    private Process maven(Path root, Path stackFile) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getenv().getOrDefault("NEO_MVN", "mvn"), "-B", "-ntp", "-T", "2", "--fail-at-end", "verify"));
        if (!modules.isEmpty()) {
            command.addAll(List.of("-pl", ":" + String.join(",:", modules), "-am"));
        }
        if (!modules.isEmpty() || !arguments.isEmpty()) {
            command.add("-Dsurefire.failIfNoSpecifiedTests=false");
        }
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).inheritIO();
        builder.environment().put("NEO_TEST_STACK", stackFile.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        TestReports.in(root).clear();
        return builder.start();
    }
}
