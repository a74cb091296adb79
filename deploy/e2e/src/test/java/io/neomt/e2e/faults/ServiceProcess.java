package io.neomt.e2e.faults;

import io.neomt.command.config.CommandServiceApplication;
import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.e2e.Waiting;
import io.neomt.migration.config.MigrationOrchestratorApplication;
import io.neomt.projection.config.ProjectionServiceApplication;
import io.neomt.provisioning.config.ProvisioningWorkerApplication;
import io.neomt.query.config.QueryApiApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One service as a process of its own, which can be killed where it stands, or held and let go on. */
final class ServiceProcess implements AutoCloseable {

    private static final List<String> SMALL = List.of(
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ServiceName service;
    private final Process process;
    private final URI address;
    private final Path log;

    /**
     * How to start it.
     *
     * @param classPath as the JVM takes it
     * @param settings of the service
     * @param environment of the process, beside what it inherits
     * @param log where its output goes
     */
    record Plan(String classPath, Map<String, String> settings, Map<String, String> environment, int port, Path log) {}

    private ServiceProcess(ServiceName service, Process process, Plan plan) {
        this.service = service;
        this.process = process;
        this.address = URI.create("http://127.0.0.1:" + plan.port());
        this.log = plan.log();
    }

    /** Returns at once, see {@link #awaitReady}. */
    static ServiceProcess start(ServiceName service, Plan plan) throws IOException {
        List<String> arguments = new ArrayList<>(SMALL);
        arguments.addAll(List.of("-cp", plan.classPath(), main(service).getName()));
        plan.settings().forEach((key, value) -> arguments.add("--" + key + "=" + value));
        arguments.add("--server.port=" + plan.port());
        // in a file, since there are secrets among them
        Path file = plan.log().resolveSibling(plan.log().getFileName() + ".args");
        Files.write(
                file, arguments.stream().map(argument -> '"' + argument + '"').toList());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "@" + file)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
        builder.environment().putAll(plan.environment());
        return new ServiceProcess(service, builder.start(), plan);
    }

    private static Class<?> main(ServiceName service) {
        return switch (service) {
            case MIGRATION_ORCHESTRATOR -> MigrationOrchestratorApplication.class;
            case COMMAND_SERVICE -> CommandServiceApplication.class;
            case QUERY_API -> QueryApiApplication.class;
            case PROVISIONING_WORKER -> ProvisioningWorkerApplication.class;
            case PROJECTION_SERVICE -> ProjectionServiceApplication.class;
        };
    }

    /** @throws IllegalStateException when it ends first */
    ServiceProcess awaitReady() {
        HttpRequest probe = HttpRequest.newBuilder(address.resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            Waiting.until(service + " is ready", PATIENCE, () -> answers(client, probe));
        }
        return this;
    }

    private boolean answers(HttpClient client, HttpRequest probe) {
        if (!process.isAlive()) {
            throw new IllegalStateException(service + " ended with " + process.exitValue() + ", see " + log);
        }
        try {
            return client.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            // not listening yet
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI address() {
        return address;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As the kernel does when memory is short: {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** It ends in order. */
    void end() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** It does nothing until {@link #goOn}, as a machine that swaps, or collects garbage for long. */
    void hold() {
        Signals.send("STOP", process.pid());
    }

    void goOn() {
        Signals.send("CONT", process.pid());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
