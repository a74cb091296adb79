package io.neomt.testkit.backends;

import io.neomt.deploy.embedded.EmbeddedStack;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.StackListener;
import io.neomt.deploy.embedded.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An embedded stack of this JVM alone, in a temporary folder, stopped and deleted when the JVM ends. */
final class OwnStack {

    private static final String PREFIX = "neo-test-stack-";
    /** A younger folder may be one whose owner is about to lock it. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private OwnStack() {}

    static StackAddresses start() {
        try {
            deleteAbandoned();
            Path folder = Files.createTempDirectory(PREFIX);
            EmbeddedStack stack = EmbeddedStack.start(StackOptions.in(folder).freePorts());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, folder), "test-stack-stop"));
            return stack.addresses();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedStack stack, Path folder) {
        stack.close();
        try {
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the stacks of killed test runs left behind: their processes, then their folders. */
    private static void deleteAbandoned() throws IOException {
        for (Path folder : settledFolders()) {
            if (EmbeddedStack.endLeftovers(folder, StackListener.silent())) {
                delete(folder);
            }
        }
    }

    private static List<Path> settledFolders() throws IOException {
        Instant youngest = Instant.now().minus(SETTLED);
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .filter(path -> lastChange(path).isBefore(youngest))
                    .filter(Files::isWritable)
                    .toList();
        }
    }

    private static Instant lastChange(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            // deleted by its owner meanwhile
            return Instant.MAX;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
