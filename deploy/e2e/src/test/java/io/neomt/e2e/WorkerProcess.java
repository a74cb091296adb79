package io.neomt.e2e;

import io.neomt.provisioning.config.ProvisioningWorkerApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A provisioning worker as a process of its own. It takes up tenants when it is told to begin, see {@link HaltingWorker}. */
final class WorkerProcess {

    private static final int KEPT_LINES = 40;
    private static final int TRAINING_SECONDS = 60;

    private final Process process;
    private final BufferedReader lines;
    private final Deque<String> last = new ArrayDeque<>();

    private WorkerProcess(Process process) {
        this.process = process;
        this.lines = process.inputReader();
    }

    /**
     * @param classes as the JVM takes them
     * @param jvm options of it
     */
    static WorkerProcess start(String classes, List<String> jvm, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms160m",
                "-Xmx160m",
                "-Xmn110m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // it lives for a second or two: most of what is compiled would never pay
                "-XX:CompileThresholdScaling=4",
                "-D" + HaltingWorker.SWITCH + "=true"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", classes, ProvisioningWorkerApplication.class.getName()));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        try {
            return new WorkerProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes up tenants until the call. */
    void begin(String point) {
        try {
            awaitLine("ready");
            process.outputWriter().write(point + "\n");
            process.outputWriter().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it where it stops, as the kernel does when memory is short. */
    void killWhereItStops(String call) {
        awaitLine(call);
        kill();
    }

    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Lets it end by itself, and write what it has learned for those that start after it. */
    void end(Path written) {
        // the handle leaves the pipes open
        process.toHandle().destroy();
        awaitEnd();
        if (!Files.exists(written)) {
            throw new IllegalStateException("the worker has left nothing:\n" + String.join("\n", last));
        }
    }

    private void awaitEnd() {
        try {
            while (lines.readLine() != null) {
                // read on, so that the process never blocks on a full pipe
            }
            process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitLine(String said) {
        try {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.equals(HaltingWorker.SAYS + said)) {
                    return;
                }
                last.add(line);
                if (last.size() > KEPT_LINES) {
                    last.remove();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("the worker ended by itself:\n" + String.join("\n", last));
    }
}
