package io.neomt.e2e;

import static io.neomt.view.jooq.admin.admin.Tables.SPARE_REALMS;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.client.RunFile;
import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.deploy.cli.platform.ServicePorts;
import io.neomt.deploy.cli.platform.Services;
import io.neomt.deploy.embedded.Keycloak;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.StackListener;
import io.neomt.deploy.embedded.StackPorts;
import io.neomt.deploy.embedded.StackSeed;
import io.neomt.query.config.QueryApiApplication;
import io.neomt.testkit.backends.AdminDatabase;
import io.neomt.testkit.backends.Backends;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.ConfigurableApplicationContext;

/** The five services on a database of their own and a real Keycloak, started once for all tests that need one. */
final class KeycloakPlatform {

    private static final String REALM = "NeoAdmin";

    private final Keycloak keycloak;
    private final Services services;
    private final PlatformClient client;
    private final Map<String, String> properties;
    private final AdminDatabase admin;

    private KeycloakPlatform() throws IOException {
        Backends backends = Backends.shared();
        StackAddresses addresses = backends.addresses();
        Path folder = Files.createTempDirectory("neo-test-keycloak-");
        this.keycloak = Keycloak.on(addresses, folder, StackPorts.free(1).getFirst(), StackListener.silent());
        Map<ServiceName, Integer> ports = ServicePorts.free();
        this.admin = backends.freshAdminDatabase();
        String topic = backends.freshTopicName();
        this.properties = new HashMap<>(admin.properties());
        properties.putAll(keycloak.serviceProperties());
        properties.put("neo.keycloak.spare-realms", "1");
        properties.putAll(Map.of(
                "neo.service-account.command-service-url",
                "http://127.0.0.1:" + ports.get(ServiceName.COMMAND_SERVICE),
                "neo.redis.url",
                addresses.redisUrl().replaceAll("/\\d+$", "/7"),
                "neo.events.topic",
                topic,
                "neo.events.partitions",
                "4",
                "neo.projection.group",
                topic,
                "logging.level.root",
                "WARN"));
        this.services = new Services(properties, ports, new QuietProgress());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "e2e-keycloak-stop"));
        CompletableFuture<Void> identity = CompletableFuture.runAsync(keycloak::start);
        services.startMigrations();
        StackSeed.apply(admin.dataSource(), addresses, admin.sharedDatabase());
        services.startOthers();
        identity.join();
        this.client = new PlatformClient(runFile(addresses, topic));
        awaitActive("platform");
    }

    private RunFile runFile(StackAddresses addresses, String topic) {
        Map<String, URI> where = new HashMap<>();
        for (ServiceName service : ServiceName.values()) {
            where.put(service.toString(), services.address(service));
        }
        return RunFile.of(
                where, addresses.kafkaBootstrap(), topic, keycloak.baseUrl(), addresses.developmentSecret(), REALM);
    }

    private static final class Holder {
        static final KeycloakPlatform PLATFORM = open();

        private static KeycloakPlatform open() {
            try {
                return new KeycloakPlatform();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static KeycloakPlatform shared() {
        return Holder.PLATFORM;
    }

    Keycloak keycloak() {
        return keycloak;
    }

    PlatformClient client() {
        return client;
    }

    /** As the platform's administrator, who signs in at Keycloak. */
    ApiClient adminCommands() {
        return client.commands(client.token(REALM, "admin"));
    }

    ApiClient adminQueries() {
        return client.queries(client.token(REALM, "admin"));
    }

    /** One more, of other settings. */
    ConfigurableApplicationContext startQueryApi(Map<String, String> changed) {
        Map<String, String> settings = new HashMap<>(properties);
        settings.putAll(changed);
        settings.put("server.port", "0");
        return QueryApiApplication.start(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    /** As nobody. */
    Answer auth(String what, Map<String, String> body) {
        return client.service("query-api").post("/api/v1/auth/" + what, body, Map.of());
    }

    /** Realms that wait for a tenant. */
    List<String> spareRealms() {
        return DSL.using(admin.dataSource(), SQLDialect.POSTGRES)
                .select(SPARE_REALMS.NAME)
                .from(SPARE_REALMS)
                .fetch(SPARE_REALMS.NAME);
    }

    void awaitActive(String tenant) {
        ApiClient admin = adminQueries();
        Waiting.until("tenant " + tenant + " is active", () -> admin.get("/api/v1/admin/tenants/" + tenant, Map.of())
                .data()
                .path("status")
                .asString("")
                .equals("active"));
    }

    private void stop() {
        try {
            services.close();
        } finally {
            keycloak.close();
        }
    }
}
