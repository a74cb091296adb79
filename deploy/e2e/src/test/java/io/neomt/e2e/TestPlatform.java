package io.neomt.e2e;

import io.neomt.commons.config.ServiceApplication;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.client.RunFile;
import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.deploy.cli.platform.ServicePorts;
import io.neomt.deploy.cli.platform.Services;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.StackSeed;
import io.neomt.query.config.QueryApiApplication;
import io.neomt.testkit.backends.Backends;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The five services on the shared stack, started once for all tests of this module. */
final class TestPlatform {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOPIC = "neo.tenant.events.v1";
    private static final String PLATFORM_REALM = "NeoAdmin";

    private final Map<String, String> properties;
    private final Services services;
    private final Path scripts = OperatorScripts.folder();
    private final TraceCollector traces = new TraceCollector();
    private final RunFile runFile;
    private final PlatformClient client;
    private final Tokens tokens;
    private final RunningStack stack;

    private TestPlatform() {
        StackAddresses addresses = withOwnRedis(Backends.shared().addresses());
        Map<ServiceName, Integer> ports = ServicePorts.free();
        properties = new HashMap<>(addresses.serviceProperties());
        properties.put(
                "neo.service-account.command-service-url",
                "http://127.0.0.1:" + ports.get(ServiceName.COMMAND_SERVICE));
        properties.put("logging.level.root", "WARN");
        properties.put("neo.connections.replica-lag", "1s");
        properties.put("neo.migrations.folder", scripts.toString());
        properties.put("neo.connections.health-interval", System.getProperty("test.health-interval", "1s"));
        properties.put("neo.tracing.collector", traces.address().toString());
        properties.put("neo.tracing.share", "0");
        services = new Services(properties, ports, new QuietProgress());
        services.startMigrations();
        StackSeed.apply(addresses);
        services.startOthers();
        Map<String, URI> serviceAddresses = new HashMap<>();
        for (ServiceName service : ServiceName.values()) {
            serviceAddresses.put(service.toString(), services.address(service));
        }
        runFile = RunFile.of(
                serviceAddresses,
                addresses.kafkaBootstrap(),
                TOPIC,
                addresses.issuer(),
                addresses.developmentSecret(),
                PLATFORM_REALM);
        client = new PlatformClient(runFile);
        tokens = new Tokens(addresses);
        stack = RunningStack.at(addresses, "neo_admin", TOPIC);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "e2e-stop"));
        // as the command that starts a platform does: before that nobody can administer anything
        awaitActive("platform");
    }

    private static final class Holder {
        static final TestPlatform PLATFORM = new TestPlatform();
    }

    static TestPlatform shared() {
        return Holder.PLATFORM;
    }

    /** Other modules' tests write to the first database of the shared Redis. */
    private static StackAddresses withOwnRedis(StackAddresses addresses) {
        var properties = addresses.toProperties();
        properties.setProperty("redisUrl", addresses.redisUrl().replaceAll("/\\d+$", "/5"));
        return StackAddresses.of(properties);
    }

    PlatformClient client() {
        return client;
    }

    RunFile runFile() {
        return runFile;
    }

    /** Another instance beside the first, on a port of its own. */
    ConfigurableApplicationContext startQueryApi() {
        return QueryApiApplication.start(
                Stream.concat(properties.entrySet().stream(), Stream.of(Map.entry("server.port", "0")))
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    PlatformClient clientOf(ConfigurableApplicationContext queryApi) {
        Map<String, String> values = new HashMap<>(runFile.values());
        values.put("service.query-api", "http://127.0.0.1:" + ServiceApplication.port(queryApi));
        return new PlatformClient(new RunFile(values));
    }

    Tokens tokens() {
        return tokens;
    }

    RunningStack stack() {
        return stack;
    }

    /** Where an operator's own migrations of tenants' schemas lie. */
    Path tenantScripts() {
        return scripts.resolve("tenant");
    }

    /** Of traces that a caller asks to be told. */
    TraceCollector traces() {
        return traces;
    }

    Invariants invariants() {
        return stack.invariants();
    }

    URI commandService() {
        return services.address(ServiceName.COMMAND_SERVICE);
    }

    URI queryApi() {
        return services.address(ServiceName.QUERY_API);
    }

    String adminToken() {
        return client.token(PLATFORM_REALM, "admin");
    }

    void awaitActive(String tenantId) {
        Waiting.until("tenant " + tenantId + " is active", () -> client.queries(adminToken())
                .get("/api/v1/admin/tenants/" + tenantId, Map.of())
                .data()
                .path("status")
                .asString("")
                .equals("active"));
    }

    private void stop() {
        stack.close();
        services.close();
    }
}
