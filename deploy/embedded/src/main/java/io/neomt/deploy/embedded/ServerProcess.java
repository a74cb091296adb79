package io.neomt.deploy.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A child process in the parent's process group, with its output in a file. */
final class ServerProcess {

    private static final int TAIL_LINES = 15;
    private static final long POLL_MILLIS = 15;

    private final Part part;
    private final Process process;
    private final Path log;

    private ServerProcess(Part part, Process process, Path log) {
        this.part = part;
        this.process = process;
        this.log = log;
    }

    /** The log of the run before is kept beside as {@code .1}. */
    static ServerProcess start(Part part, ProcessBuilder builder, Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        return new ServerProcess(part, process, log);
    }

    Part part() {
        return part;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** @throws StackException with the end of the log when it ends or the deadline passes first */
    void awaitReady(BooleanSupplier ready, Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw failure("ended with code " + process.exitValue() + " while it started");
            }
            if (System.nanoTime() > end) {
                throw failure("was not ready within " + deadline.toSeconds() + " s");
            }
            process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    boolean logContains(String text) {
        return read().contains(text);
    }

    /** Waits for its end, as long as that. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for the end after {@code request}, then kills. */
    void stop(StopRequest request, Duration patience) throws InterruptedException {
        if (process.isAlive()) {
            request.send(process.toHandle());
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** Whether it has ended and nobody killed it. */
    boolean endedByItself() {
        int killed = 128 + 9;
        return !process.isAlive() && process.exitValue() != killed;
    }

    private StackException failure(String what) {
        List<String> lines = read().lines().toList();
        String tail = String.join("\n  ", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        return new StackException(part.label() + " " + what + ". The end of " + log + ":\n  " + tail);
    }

    private String read() {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "(log not readable: " + e.getMessage() + ")";
        }
    }
}
