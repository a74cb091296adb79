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
import io.neomt.deploy.embedded.StackSeed;
import io.neomt.testkit.backends.AdminDatabase;
import io.neomt.testkit.backends.Backends;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The five services on a database of their own and a real Keycloak, started once for all tests that need one. */
final class KeycloakPlatform {

    /** Where all tenants' users are, on the platform whose tenants are organizations. */
    static final String ORGANIZATIONS = "NeoTenants";

    private static final String REALM = "NeoAdmin";

    private final Services services;
    private final PlatformClient client;
    private final AdminDatabase admin;
    private final boolean organizations;

    private KeycloakPlatform(boolean organizations) {
        this.organizations = organizations;
        Backends backends = Backends.shared();
        StackAddresses addresses = backends.addresses();
        Map<ServiceName, Integer> ports = ServicePorts.free();
        this.admin = backends.freshAdminDatabase();
        String topic = backends.freshTopicName();
        Map<String, String> properties = new HashMap<>(admin.properties());
        properties.putAll(SharedKeycloak.started().serviceProperties());
        properties.putAll(
                organizations
                        ? Map.of("neo.security.organizations-realm", ORGANIZATIONS)
                        : Map.of("neo.keycloak.spare-realms", "1"));
        properties.put("neo.keycloak.sign-in-timeout", "4s");
        properties.putAll(Map.of(
                "neo.service-account.command-service-url",
                "http://127.0.0.1:" + ports.get(ServiceName.COMMAND_SERVICE),
                "neo.redis.url",
                addresses.redisUrl().replaceAll("/\\d+$", organizations ? "/8" : "/7"),
                "neo.events.topic",
                topic,
                "neo.events.partitions",
                "4",
                "neo.projection.group",
                topic,
                "logging.level.root",
                "WARN"));
        this.services = new Services(properties, ports, new QuietProgress());
        SharedKeycloak.closeBeforeIt(services);
        services.startMigrations();
        StackSeed.apply(admin.dataSource(), addresses, admin.sharedDatabase());
        services.startOthers();
        SharedKeycloak.await();
        this.client = new PlatformClient(runFile(addresses, topic));
        awaitActive("platform");
    }

    private RunFile runFile(StackAddresses addresses, String topic) {
        Map<String, URI> where = new HashMap<>();
        for (ServiceName service : ServiceName.values()) {
            where.put(service.toString(), services.address(service));
        }
        return RunFile.of(
                where, addresses.kafkaBootstrap(), topic, keycloak().baseUrl(), addresses.developmentSecret(), REALM);
    }

    private static final class Realms {
        static final KeycloakPlatform PLATFORM = new KeycloakPlatform(false);
    }

    private static final class Organizations {
        static final KeycloakPlatform PLATFORM = new KeycloakPlatform(true);
    }

    /** Whose tenants have a realm each. */
    static KeycloakPlatform shared() {
        return Realms.PLATFORM;
    }

    /** Whose tenants are organizations of one realm. */
    static KeycloakPlatform ofOrganizations() {
        return Organizations.PLATFORM;
    }

    Keycloak keycloak() {
        return SharedKeycloak.started();
    }

    /** What a person would do on Keycloak's own page. */
    void choosePassword(String tenant, String username, String password) {
        keycloak()
                .admin()
                .choosePassword(
                        organizations ? ORGANIZATIONS : "tenant-" + tenant,
                        organizations ? username + "@" + tenant : username,
                        password);
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
        awaitStatus(tenant, "active");
    }

    void awaitStatus(String tenant, String status) {
        ApiClient admin = adminQueries();
        Waiting.until("tenant " + tenant + " is " + status, () -> admin.get("/api/v1/admin/tenants/" + tenant, Map.of())
                .data()
                .path("status")
                .asString("")
                .equals(status));
    }

    /** All that has happened. */
    EventLog events() {
        return new EventLog(DSL.using(admin.dataSource(), SQLDialect.POSTGRES));
    }
}
