package io.neomt.deploy.cli.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openjdk.jmh.generators.core.BenchmarkGenerator;
import org.openjdk.jmh.generators.core.FileSystemDestination;
import org.openjdk.jmh.generators.reflection.RFGeneratorSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs benchmarks of code in a process of its own. What JMH makes of them is made and compiled just before: so the build,
 * which refuses every warning, need not look at it.
 */
final class Jmh {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Path classes;

    Jmh(Path folder) throws IOException {
        this.folder = folder;
        this.classes = Files.createDirectories(folder.resolve("classes"));
    }

    /**
     * What one took.
     *
     * @param bytes allocated in each
     */
    record Found(String name, double nanos, double bytes) {}

    /** @param time of each of some iterations, such as {@code 500ms} */
    List<Found> run(int iterations, String time, Class<?>... benchmarks) throws IOException, InterruptedException {
        prepare(benchmarks);
        Path result = folder.resolve("result.json");
        Process process = new ProcessBuilder(command(iterations, time, result))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("jmh.log").toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("JMH ended with " + process.exitValue());
            }
        } finally {
            process.destroyForcibly();
        }
        return JSON.readTree(Files.readString(result))
                .valueStream()
                .map(Jmh::found)
                .toList();
    }

    private List<String> command(int iterations, String time, Path result) {
        String count = Integer.toString(iterations);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-Djmh.ignoreLock=true", "-cp", classPath(), "org.openjdk.jmh.Main"));
        command.addAll(List.of("-f", "1", "-bm", "avgt", "-tu", "ns", "-prof", "gc", "-foe", "true"));
        command.addAll(List.of("-wi", count, "-w", time, "-i", count, "-r", time));
        command.addAll(List.of("-rf", "json", "-rff", result.toString()));
        return command;
    }

    private String classPath() {
        return classes + File.pathSeparator + System.getProperty("java.class.path");
    }

    private void prepare(Class<?>... benchmarks) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        RFGeneratorSource source = new RFGeneratorSource();
        source.processClasses(benchmarks);
        FileSystemDestination destination = new FileSystemDestination(classes.toFile(), sources.toFile());
        BenchmarkGenerator generator = new BenchmarkGenerator();
        generator.generate(source, destination);
        generator.complete(source, destination);
        if (destination.hasErrors()) {
            throw new IllegalStateException("JMH refuses: " + destination.getErrors());
        }
        compile(sources);
    }

    private void compile(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(sources)) {
            List<Path> made =
                    all.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of("-d", classes.toString(), "-cp", classPath(), "-proc:none", "-nowarn");
            boolean compiled = compiler.getTask(
                            null, files, null, options, null, files.getJavaFileObjectsFromPaths(made))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("what JMH made of the benchmarks does not compile");
            }
        }
    }

    private static Found found(JsonNode benchmark) {
        String name = benchmark.path("benchmark").asString();
        double bytes = benchmark
                .path("secondaryMetrics")
                .propertyStream()
                .filter(metric -> metric.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(metric -> metric.getValue().path("score").asDouble())
                .findFirst()
                .orElseThrow();
        double nanos = benchmark.path("primaryMetric").path("score").asDouble();
        return new Found(name.substring(name.lastIndexOf('.') + 1), nanos, bytes);
    }
}
