package io.neomt.e2e;

import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.client.RunFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code neo up} as a process group of its own, as a user's shell starts it. */
final class PlatformProcess implements AutoCloseable {

    private static final int STOP_SECONDS = 60;
    private static final int NOTE_SECONDS = 5;

    private final Process process;
    private final Path data;
    private final List<String> output = new ArrayList<>();

    private PlatformProcess(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /** Starts on the folder and waits for {@code neo: ready}. */
    static PlatformProcess up(Path data) throws IOException {
        List<String> command = List.of(
                "setsid", // its own session, hence its own process group
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // it lives for seconds: what the second compiler makes would come too late
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.neomt.deploy.cli.Neo",
                "up",
                "--data",
                data.toString(),
                "--ports",
                "auto");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        PlatformProcess platform = new PlatformProcess(process, data);
        platform.awaitReady();
        return platform;
    }

    private void awaitReady() throws IOException {
        BufferedReader reader = process.inputReader();
        String line;
        while ((line = reader.readLine()) != null) {
            output.add(line);
            if (line.startsWith("neo: ready")) {
                drain(reader);
                return;
            }
        }
        throw new IllegalStateException("the platform ended before it was ready:\n" + String.join("\n", output));
    }

    private static void drain(BufferedReader reader) {
        Thread.ofVirtual().start(() -> {
            try {
                while (reader.readLine() != null) {
                    // read on, so that the process never blocks on a full pipe
                }
            } catch (IOException _) {
                // the process has ended, and its pipe with it
            }
        });
    }

    PlatformClient client() {
        return new PlatformClient(RunFile.read(data));
    }

    /** What it printed until it was ready. */
    String output() {
        return String.join("\n", output);
    }

    /** Ends the whole process group at once, as a power cut would. */
    void killGroup() throws IOException, InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        new ProcessBuilder("kill", "-9", "--", "-" + process.pid())
                .inheritIO()
                .start()
                .waitFor();
        process.waitFor();
        all.forEach(handle -> handle.onExit().join());
    }

    /** Kills only the process that the user started; its children stay. */
    void killParent() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    @Override
    public void close() {
        List<ProcessHandle> children = children();
        process.destroy();
        if (!endsInTime()) {
            process.destroyForcibly();
            throw new IllegalStateException("the platform did not stop within " + STOP_SECONDS + " s");
        }
        List<ProcessHandle> left =
                children.stream().filter(child -> !isGone(child)).toList();
        if (!left.isEmpty()) {
            throw new IllegalStateException("the platform left processes behind: "
                    + left.stream().map(ProcessHandle::info).toList());
        }
    }

    /** The system lists a process that has ended until whoever inherited it has taken note. */
    private static boolean isGone(ProcessHandle process) {
        try {
            process.onExit().get(NOTE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean endsInTime() {
        try {
            return process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
