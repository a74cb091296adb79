package io.neomt.deploy.cli.platform;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.client.RunFile;
import io.neomt.deploy.embedded.EmbeddedStack;
import io.neomt.deploy.embedded.Keycloak;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.StackException;
import io.neomt.deploy.embedded.StackOptions;
import io.neomt.deploy.embedded.StackPorts;
import io.neomt.deploy.embedded.StackSeed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The embedded stack and the five services on it, started together and stopped together. */
public final class Platform implements AutoCloseable {

    private static final String TOPIC = "neo.tenant.events.v1";
    private static final String PLATFORM_REALM = "NeoAdmin";
    private static final String PLATFORM_TENANT = "platform tenant";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final EmbeddedStack stack;
    private final Services services;
    private final @Nullable Keycloak keycloak;

    private Platform(EmbeddedStack stack, Services services, @Nullable Keycloak keycloak) {
        this.stack = stack;
        this.services = services;
        this.keycloak = keycloak;
    }

    /**
     * Starts everything; returns when every service is ready.
     *
     * @param fresh whether to remove the data folder first
     * @param identity who signs people in
     * @throws RuntimeException when a part does not start; what was started by then is stopped again
     */
    public static Platform start(Path data, PortChoice ports, boolean fresh, Identity identity, Progress progress)
            throws IOException {
        EmbeddedStack.refuseRunning(data);
        Map<ServiceName, Integer> servicePorts = servicePorts(ports);
        if (fresh) {
            TemporaryFolder.remove(data);
        }
        StackOptions options = StackOptions.in(data);
        EmbeddedStack stack = EmbeddedStack.start(
                ports == PortChoice.AUTO ? options.freePorts() : options, new StackProgress(progress));
        Platform platform = null;
        try {
            platform = on(stack, data, ports, servicePorts, identity, progress);
            platform.startServices(progress);
            return platform;
        } catch (RuntimeException | Error failure) {
            if (platform == null) {
                stack.close();
            } else {
                platform.close();
            }
            throw failure;
        }
    }

    private static Platform on(
            EmbeddedStack stack,
            Path data,
            PortChoice ports,
            Map<ServiceName, Integer> servicePorts,
            Identity identity,
            Progress progress) {
        Map<String, String> properties = properties(data, stack.addresses(), servicePorts);
        Keycloak keycloak =
                switch (identity) {
                    case DEVELOPMENT -> null;
                    case KEYCLOAK ->
                        Keycloak.on(stack.addresses(), data, keycloakPort(ports), new StackProgress(progress));
                };
        if (keycloak != null) {
            properties.putAll(keycloak.serviceProperties());
        }
        return new Platform(stack, new Services(properties, servicePorts, progress), keycloak);
    }

    private static int keycloakPort(PortChoice choice) {
        return switch (choice) {
            case AUTO -> StackPorts.free(1).getFirst();
            case DEFAULT -> StackPorts.KEYCLOAK;
        };
    }

    /** Keycloak takes its time, which the services' start is done in. */
    private void startServices(Progress progress) {
        CompletableFuture<Void> identity =
                keycloak == null ? CompletableFuture.completedFuture(null) : keycloak.startAside();
        services.startMigrations();
        StackSeed.apply(stack.addresses());
        services.startOthers();
        try {
            identity.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException reason ? reason : e;
        }
        awaitPlatformTenant(progress);
    }

    /** The platform's own tenant is provisioned like any other; before that nobody can administer anything. */
    private void awaitPlatformTenant(Progress progress) {
        long begun = System.nanoTime();
        progress.starting(PLATFORM_TENANT);
        PlatformClient client = new PlatformClient(runFile());
        ApiClient queries = client.queries(client.token(PLATFORM_REALM, "admin"));
        while (!isActive(queries.get("/api/v1/admin/tenants/platform", Map.of()))) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("the platform's own tenant did not become active within "
                        + PATIENCE.toSeconds() + " s; the logs of the services tell why");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        progress.ready(PLATFORM_TENANT, "", (System.nanoTime() - begun) / 1_000_000);
    }

    private static boolean isActive(Answer tenant) {
        return tenant.data().path("status").asString("").equals("active");
    }

    /** What other command lines need to speak to this platform. */
    public RunFile runFile() {
        Map<String, URI> addresses = new HashMap<>();
        for (ServiceName service : ServiceName.values()) {
            addresses.put(service.toString(), services.address(service));
        }
        StackAddresses parts = stack.addresses();
        return RunFile.of(
                addresses, parts.kafkaBootstrap(), TOPIC, issuer(), parts.developmentSecret(), PLATFORM_REALM);
    }

    /** Where everything is, by name, for people. */
    public Map<String, String> addresses() {
        StackAddresses parts = stack.addresses();
        Map<String, String> addresses = new LinkedHashMap<>();
        for (ServiceName service : ServiceName.values()) {
            addresses.put(service.toString(), services.address(service) + "/docs");
        }
        addresses.put("kafka", parts.kafkaBootstrap());
        addresses.put("registry", parts.registryUrl());
        addresses.put("postgresql", parts.adminJdbcUrl());
        addresses.put("redis", parts.redisUrl());
        addresses.put(keycloak == null ? "issuer" : "keycloak", issuer().toString());
        return addresses;
    }

    /** The identity provider where it is a real one. */
    public Optional<Keycloak> keycloak() {
        return Optional.ofNullable(keycloak);
    }

    private URI issuer() {
        return keycloak == null ? stack.addresses().issuer() : keycloak.baseUrl();
    }

    @Override
    public void close() {
        try (EmbeddedStack _ = stack;
                Keycloak _ = keycloak) {
            services.close();
        }
    }

    private static Map<ServiceName, Integer> servicePorts(PortChoice choice) {
        return switch (choice) {
            case AUTO -> ServicePorts.free();
            case DEFAULT -> ServicePorts.documented();
        };
    }

    private static Map<String, String> properties(
            Path data, StackAddresses addresses, Map<ServiceName, Integer> ports) {
        Map<String, String> properties = new HashMap<>(addresses.serviceProperties());
        properties.putAll(ServiceLogs.to(data.resolve("logs").resolve("services.log")));
        properties.put(
                "neo.service-account.command-service-url",
                "http://127.0.0.1:" + ports.get(ServiceName.COMMAND_SERVICE));
        properties.put("neo.query.public-url", "http://127.0.0.1:" + ports.get(ServiceName.QUERY_API));
        return properties;
    }
}
