package io.neomt.deploy.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code ./neo up} as a person calls it, with a clock beside it. */
final class ChildPlatform implements AutoCloseable {

    private static final Pattern PART = Pattern.compile("  (\\S.*?)\\s+ready\\s+([0-9.]+) s.*");
    private static final Pattern READY = Pattern.compile("neo: ready in ([0-9.]+) s");
    private static final Pattern KILOBYTES = Pattern.compile("(?:Pss|VmRSS):\\s+(\\d+) kB");
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Map<String, Double> parts = new LinkedHashMap<>();
    private final double seconds;

    /**
     * Returns when it says that it is ready.
     *
     * @param root the folder of the project
     */
    ChildPlatform(Path root, Path data) throws IOException {
        long begun = System.nanoTime();
        process = new ProcessBuilder(root.resolve("neo").toString(), "up", "--ports", "auto", "--data", data.toString())
                .redirectErrorStream(true)
                .start();
        awaitReady();
        seconds = (System.nanoTime() - begun) / 1e9;
    }

    private void awaitReady() throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !READY.matcher(line).matches()) {
            said.append(line).append('\n');
            Matcher part = PART.matcher(line);
            if (part.matches()) {
                parts.put(part.group(1), Double.valueOf(part.group(2)));
            }
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("./neo up did not come up:\n" + said);
        }
    }

    /** From the call to readiness, with the start of the command itself. */
    double seconds() {
        return seconds;
    }

    /** What each part said of itself: servers count from the begin of all, services from their own. */
    Map<String, Double> parts() {
        return parts;
    }

    /** Memory of all its processes, what several share divided among them. */
    double gigabytes() throws IOException {
        return gigabytes(Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList());
    }

    /** Of its servers, without the process in which the services are. */
    double gigabytesOfServers() throws IOException {
        return gigabytes(process.descendants().toList());
    }

    private static double gigabytes(List<ProcessHandle> processes) throws IOException {
        double kilobytes = 0;
        for (ProcessHandle each : processes) {
            kilobytes += kilobytes(Path.of("/proc", Long.toString(each.pid())));
        }
        return kilobytes / (1 << 20);
    }

    /** The share of what is shared is known to root and the owner only; others see the whole. */
    private static long kilobytes(Path process) throws IOException {
        Path fair = process.resolve("smaps_rollup");
        try (Stream<String> lines = Files.lines(Files.isReadable(fair) ? fair : process.resolve("status"))) {
            return lines.map(KILOBYTES::matcher)
                    .filter(Matcher::matches)
                    .mapToLong(found -> Long.parseLong(found.group(1)))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            if (Files.exists(process)) {
                throw e;
            }
            // a connection's process, say, that has ended since it was listed
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("./neo up does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while ./neo up ended", e);
        }
    }
}
