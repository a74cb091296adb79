package io.neomt.e2e.faults;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.client.RunFile;
import io.neomt.deploy.cli.client.UnreachableException;
import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.deploy.cli.platform.ServicePorts;
import io.neomt.deploy.embedded.StackPorts;
import io.neomt.deploy.embedded.StackSeed;
import io.neomt.e2e.RunningStack;
import io.neomt.e2e.Waiting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/** A platform of which each service is a process of its own. */
final class FaultPlatform implements AutoCloseable {

    private static final String REALM = "NeoAdmin";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TENANTS = "/api/v1/admin/tenants";

    private final Ground ground;
    private final Path logs;
    private final Path migrations;
    private final String classPath;
    private final Map<ServiceName, Integer> ports = ServicePorts.free();
    private final Map<ServiceName, ServiceProcess> services = new EnumMap<>(ServiceName.class);
    private final List<ServiceProcess> others = new ArrayList<>();
    private final Set<ServiceName> inside;
    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();
    private final RunningStack stores;
    private Map<String, String> environment = Map.of();
    private URI commandService;
    private volatile ApiClient commands;
    private volatile ApiClient queries;

    /** @param classPath of the services */
    FaultPlatform(Ground ground, Path folder, String classPath) throws IOException {
        this(ground, folder, classPath, Set.of());
    }

    /** @param inside services that are not to be broken, in this process */
    FaultPlatform(Ground ground, Path folder, String classPath, Set<ServiceName> inside) throws IOException {
        this.ground = ground;
        this.inside = inside;
        this.classPath = classPath;
        this.logs = Files.createDirectories(folder.resolve("services"));
        this.migrations = folder.resolve("migrations");
        Files.createDirectories(scripts());
        begin();
        this.stores =
                RunningStack.at(ground.addresses(), ground.adminDatabase(), ground.sharedDatabase(), ground.topic());
        this.commandService = address(ServiceName.COMMAND_SERVICE);
        this.commands = client(ServiceName.COMMAND_SERVICE, commandService);
        this.queries = client(ServiceName.QUERY_API, address(ServiceName.QUERY_API));
        awaitActive("platform");
    }

    private void begin() throws IOException {
        if (!ground.migrated()) {
            start(ServiceName.MIGRATION_ORCHESTRATOR).awaitReady();
            StackSeed.apply(ground.addresses());
        }
        begin(ServiceName.COMMAND_SERVICE);
        begin(ServiceName.PROJECTION_SERVICE);
        begin(ServiceName.QUERY_API);
        service(ServiceName.COMMAND_SERVICE).awaitReady();
        begin(ServiceName.PROVISIONING_WORKER);
        services.values().forEach(ServiceProcess::awaitReady);
    }

    private void begin(ServiceName service) throws IOException {
        if (inside.contains(service)) {
            contexts.add(Inside.start(service, settings(), port(service)));
        } else {
            start(service);
        }
    }

    /** Every service is killed and started again, and so is every server that has ended. */
    void startAnew() throws IOException, InterruptedException {
        ground.restartEnded();
        for (ServiceProcess other : others) {
            other.kill();
        }
        for (ServiceName service : List.copyOf(services.keySet())) {
            service(service).kill();
            start(service);
        }
        services.values().forEach(ServiceProcess::awaitReady);
        sendTo(address(ServiceName.COMMAND_SERVICE));
    }

    Ground ground() {
        return ground;
    }

    RunningStack stores() {
        return stores;
    }

    ServiceProcess service(ServiceName service) {
        return Objects.requireNonNull(services.get(service), service::toString);
    }

    /** Starts the service again, after its process has ended. */
    ServiceProcess start(ServiceName service) throws IOException {
        ServiceProcess started = process(service, port(service));
        services.put(service, started);
        return started;
    }

    /** Another instance beside the first. */
    ServiceProcess another(ServiceName service) throws IOException {
        ServiceProcess started = process(service, StackPorts.free(1).getFirst());
        others.add(started);
        return started;
    }

    private ServiceProcess process(ServiceName service, int port) throws IOException {
        Path log = logs.resolve(service + "-" + port + ".log");
        return ServiceProcess.start(
                service, new ServiceProcess.Plan(classPath, settings(), Map.copyOf(environment), port, log));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(ground.settings());
        settings.put(
                "neo.service-account.command-service-url",
                address(ServiceName.COMMAND_SERVICE).toString());
        settings.put("neo.migrations.folder", migrations.toString());
        return settings;
    }

    private int port(ServiceName service) {
        return Objects.requireNonNull(ports.get(service), service::toString);
    }

    /** Of the processes that are started from now on. */
    void environment(Map<String, String> variables) {
        environment = variables;
    }

    URI address(ServiceName service) {
        return URI.create("http://127.0.0.1:" + port(service));
    }

    /** Commands go there from now on. */
    void sendTo(URI address) {
        commandService = address;
        signIn();
    }

    /** Tokens hold for an hour, which all faults together may take. */
    void signIn() {
        commands = client(ServiceName.COMMAND_SERVICE, commandService);
        queries = client(ServiceName.QUERY_API, address(ServiceName.QUERY_API));
    }

    ApiClient commands() {
        return commands;
    }

    ApiClient queries() {
        return queries;
    }

    /** The platform's administrator at any service. */
    ApiClient client(ServiceName service) {
        return client(service, address(service));
    }

    /** Of the operator's own, for tenants' schemas. */
    Path scripts() {
        return migrations.resolve("tenant");
    }

    private ApiClient client(ServiceName service, URI address) {
        PlatformClient client = new PlatformClient(RunFile.of(
                Map.of(service.toString(), address),
                ground.addresses().kafkaBootstrap(),
                ground.topic(),
                ground.addresses().issuer(),
                ground.addresses().developmentSecret(),
                REALM));
        return client.service(service.toString()).as(client.token(REALM, "admin"));
    }

    /** New tenants, active; gives their ids. */
    List<String> tenants(int count) {
        List<String> ids = request(count);
        ids.forEach(this::awaitActive);
        return ids;
    }

    /** Tenants that somebody has to make; gives their ids. */
    List<String> request(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String slug = "f" + UUID.randomUUID().toString().substring(0, 8);
            Answer answer = commands.post(
                    TENANTS,
                    Map.of("name", slug, "slug", slug, "settings", Map.of("free_permission_codes", true)),
                    Map.of());
            ids.add(answer.orRefuse().id());
        }
        return ids;
    }

    void awaitActive(String tenant) {
        Waiting.until("tenant " + tenant + " is active", PATIENCE, () -> status(tenant)
                .equals("active"));
    }

    private String status(String tenant) {
        try {
            return queries.get(TENANTS + "/" + tenant, Map.of())
                    .data()
                    .path("status")
                    .asString("");
        } catch (UnreachableException _) {
            return "";
        }
    }

    @Override
    public void close() {
        stores.close();
        contexts.forEach(ConfigurableApplicationContext::close);
        others.forEach(ServiceProcess::close);
        services.values().forEach(ServiceProcess::close);
    }
}
