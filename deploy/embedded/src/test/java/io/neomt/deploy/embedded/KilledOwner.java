package io.neomt.deploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM that runs a stack and can be killed. */
final class KilledOwner implements AutoCloseable {

    private static final long DEADLINE_SECONDS = 120;

    private final Process process;
    private final Path data;

    private KilledOwner(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /** Returns when the stack runs. */
    static KilledOwner start(Path folder) throws Exception {
        Path log = folder.resolve("owner.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-D" + StackHome.PROPERTY + "=" + StackHome.find().folder(),
                        Main.class.getName(),
                        folder.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        KilledOwner owner = new KilledOwner(process, folder.resolve("data"));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (!Files.exists(StackAddresses.fileIn(owner.data))) {
            assertThat(process.isAlive())
                    .withFailMessage(() -> "the owner ended: " + read(log))
                    .isTrue();
            assertThat(System.nanoTime()).isLessThan(end);
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return owner;
    }

    StackAddresses addresses() {
        return StackAddresses.load(StackAddresses.fileIn(data));
    }

    long pid() {
        return process.pid();
    }

    List<ProcessHandle> children() {
        return process.children().toList();
    }

    List<ProcessHandle> killAloneAndReturnItsChildren() {
        List<ProcessHandle> children = children();
        process.destroyForcibly().onExit().join();
        return children;
    }

    void killWithChildren() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            killWithChildren();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Runs a stack until it is killed. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedStack.start(StackOptions.in(Path.of(arguments[0])).freePorts());
            Thread.currentThread().join();
        }
    }
}
