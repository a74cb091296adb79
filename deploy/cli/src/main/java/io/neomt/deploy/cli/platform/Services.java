package io.neomt.deploy.cli.platform;

import io.neomt.command.config.CommandServiceApplication;
import io.neomt.migration.config.MigrationOrchestratorApplication;
import io.neomt.projection.config.ProjectionServiceApplication;
import io.neomt.provisioning.config.ProvisioningWorkerApplication;
import io.neomt.query.config.QueryApiApplication;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The five services, each an application context of its own with a port of its own, in one process: classes are loaded
 * once, which halves the start and the memory. Each service also runs alone from its jar.
 */
public final class Services implements AutoCloseable {

    private final Map<String, String> properties;
    private final Map<ServiceName, Integer> ports;
    private final Progress progress;
    private final Map<ServiceName, ConfigurableApplicationContext> contexts = new ConcurrentHashMap<>();

    /**
     * Prepares the services; nothing is started yet.
     *
     * @param properties configuration that all of them share
     */
    public Services(Map<String, String> properties, Map<ServiceName, Integer> ports, Progress progress) {
        this.properties = Map.copyOf(properties);
        this.ports = new EnumMap<>(ports);
        this.progress = progress;
    }

    /** Starts the service that makes the admin database; the others need it. */
    public void startMigrations() {
        start(ServiceName.MIGRATION_ORCHESTRATOR);
    }

    /**
     * Starts all other services side by side. The worker calls the command service, so that one comes first.
     *
     * @throws RuntimeException of the first service that fails to start
     */
    public void startOthers() {
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("neo-start-", 0).factory())) {
            CompletableFuture<Void> writes =
                    CompletableFuture.runAsync(() -> start(ServiceName.COMMAND_SERVICE), executor);
            CompletableFuture<Void> worker =
                    writes.thenRunAsync(() -> start(ServiceName.PROVISIONING_WORKER), executor);
            CompletableFuture<Void> reads = CompletableFuture.runAsync(
                    () -> {
                        start(ServiceName.PROJECTION_SERVICE);
                        start(ServiceName.QUERY_API);
                    },
                    executor);
            CompletableFuture.allOf(worker, reads).join();
        }
    }

    public URI address(ServiceName service) {
        return URI.create("http://127.0.0.1:" + ports.get(service));
    }

    /** A running service from inside. */
    public ConfigurableApplicationContext context(ServiceName service) {
        return Objects.requireNonNull(contexts.get(service), () -> service + " does not run");
    }

    /** One more instance of the query API, on a port that is free; whoever asks for it closes it. */
    public ConfigurableApplicationContext anotherQueryApi() {
        return QueryApiApplication.start(arguments(0));
    }

    @Override
    public void close() {
        List<ServiceName> order = new ArrayList<>(contexts.keySet());
        order.sort((left, right) -> right.compareTo(left));
        order.forEach(service -> contexts.remove(service).close());
    }

    private void start(ServiceName service) {
        long begun = System.nanoTime();
        progress.starting(service.toString());
        String[] arguments = arguments(port(service));
        ConfigurableApplicationContext context =
                switch (service) {
                    case MIGRATION_ORCHESTRATOR -> MigrationOrchestratorApplication.start(arguments);
                    case COMMAND_SERVICE -> CommandServiceApplication.start(arguments);
                    case QUERY_API -> QueryApiApplication.start(arguments);
                    case PROVISIONING_WORKER -> ProvisioningWorkerApplication.start(arguments);
                    case PROJECTION_SERVICE -> ProjectionServiceApplication.start(arguments);
                };
        contexts.put(service, context);
        progress.ready(service.toString(), address(service).toString(), (System.nanoTime() - begun) / 1_000_000);
    }

    private int port(ServiceName service) {
        return Objects.requireNonNull(ports.get(service));
    }

    private String[] arguments(int port) {
        List<String> arguments = new ArrayList<>();
        properties.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        arguments.add("--server.port=" + port);
        return arguments.toArray(String[]::new);
    }
}
