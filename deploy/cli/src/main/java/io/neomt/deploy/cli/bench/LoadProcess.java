package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.bench.load.Each;
import io.neomt.deploy.cli.bench.load.Load;
import io.neomt.deploy.cli.bench.load.Plan;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has requests sent by a process of its own. */
final class LoadProcess {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> OPTIONS =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=warning:stderr");

    private LoadProcess() {}

    /** One of what came of each plan, all of which run side by side. */
    static List<Outcome> run(Plan... plans) throws IOException, InterruptedException {
        Process process = start(Load.class, plans).start();
        try {
            JsonNode outcomes = JSON.readTree(process.getInputStream().readAllBytes());
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException("the process that sends the requests ended with " + code);
            }
            return outcomes.valueStream().map(Outcome::of).toList();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Runs a plan beside something else until that is over. */
    static Beside beside(Plan plan) throws IOException {
        return new Beside(start(Load.class, plan)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** A load of which nobody wants to know what came. */
    record Beside(Process process) implements AutoCloseable {

        /** @throws IllegalStateException when it ended by itself, so that what was to be measured under load was not */
        @Override
        public void close() {
            boolean lasted = process.isAlive();
            process.destroyForcibly();
            if (!lasted) {
                throw new IllegalStateException(
                        "the process that sends the requests ended early, with " + process.exitValue());
            }
        }
    }

    /** Runs a plan beside something else and hears of each answer as it comes. */
    static Heard heard(Plan plan) throws IOException {
        return new Heard(new Beside(start(Each.class, plan).start()));
    }

    /** A load whose answers are heard of. */
    static final class Heard implements AutoCloseable {

        private final Beside beside;
        private final Queue<Duration> took = new ConcurrentLinkedQueue<>();
        private final AtomicInteger refused = new AtomicInteger();

        private Heard(Beside beside) {
            this.beside = beside;
            Thread.ofPlatform().daemon().name("bench-heard").start(this::hear);
        }

        private void hear() {
            try (BufferedReader lines = beside.process().inputReader(StandardCharsets.US_ASCII)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    long nanos = Long.parseLong(line);
                    if (nanos == 0) {
                        refused.incrementAndGet();
                    } else {
                        took.add(Duration.ofNanos(nanos));
                    }
                }
            } catch (IOException e) {
                // it was ended while this read; one that ends by itself is found by close()
            }
        }

        /** What the answers took since this was called the last time. */
        List<Duration> drained() {
            List<Duration> some = new ArrayList<>();
            for (Duration each = took.poll(); each != null; each = took.poll()) {
                some.add(each);
            }
            return some;
        }

        /** How many were refused, in all. */
        int refused() {
            return refused.get();
        }

        @Override
        public void close() {
            beside.close();
        }
    }

    private static ProcessBuilder start(Class<?> program, Plan... plans) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        for (Plan plan : plans) {
            command.add(plan.argument());
        }
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /**
     * What came of a plan.
     *
     * @param shares of the answers, in percent, that took at most as many {@code millis}
     * @param bySecond how many answers came in each
     */
    record Outcome(
            long answers,
            long refused,
            double perSecond,
            List<Double> shares,
            List<Double> millis,
            List<Double> bySecond) {

        Outcome {
            shares = List.copyOf(shares);
            millis = List.copyOf(millis);
            bySecond = List.copyOf(bySecond);
        }

        static Outcome of(JsonNode json) {
            return new Outcome(
                    json.path("answers").asLong(),
                    json.path("refused").asLong(),
                    json.path("per_second").asDouble(),
                    numbers(json.path("shares")),
                    numbers(json.path("share_ms")),
                    numbers(json.path("answers_by_second")));
        }

        private static List<Double> numbers(JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false)
                    .map(JsonNode::asDouble)
                    .toList();
        }

        /** @param share in percent, one of {@link #shares} */
        double millis(double share) {
            return millis.get(shares.indexOf(share));
        }

        /** Adds what else was seen to a row. */
        Row on(Row row) {
            List<Double> seconds = IntStream.range(0, bySecond.size())
                    .mapToObj(i -> (double) i)
                    .toList();
            return row.with("answers", answers)
                    .with("refused", refused)
                    .with("per_second", perSecond)
                    .with("p50_ms", millis(50))
                    .with("p99_ms", millis(99))
                    .with("p99_9_ms", millis(99.9))
                    .drawn(new Curve("latency", "share of the answers, %", "ms", shares, millis))
                    .drawn(new Curve("throughput", "s", "answers/s", seconds, bySecond));
        }
    }
}
