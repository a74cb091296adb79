package io.neomt.e2e;

import io.neomt.command.config.CommandServiceApplication;
import io.neomt.commons.config.ServiceApplication;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.client.RunFile;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.testkit.backends.AdminDatabase;
import io.neomt.testkit.backends.Backends;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A platform of a database and a topic of its own, whose workers are processes of their own. They start ahead of time,
 * and with classes that one before them has loaded, since starting takes most of it.
 */
final class WorkersPlatform implements AutoCloseable {

    private static final int SPARE = 2;
    private static final String REALM = "NeoAdmin";

    final MadeTenants made;
    final ApiClient commands;

    private final ConfigurableApplicationContext commandService;
    private final Map<String, String> settings;
    private final String classes;
    private final Path learned;
    private final Deque<WorkerProcess> spare = new ArrayDeque<>();
    private final Deque<WorkerProcess> working = new ArrayDeque<>();

    WorkersPlatform(Path folder) throws IOException {
        AdminDatabase database = Backends.shared().freshAdminDatabase();
        made = new MadeTenants(database);
        settings = settings(database);
        commandService = CommandServiceApplication.start(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
        String address = "http://127.0.0.1:" + ServiceApplication.port(commandService);
        settings.put("neo.service-account.command-service-url", address);
        SharedKeycloak.await();
        settings.putAll(ofRealms(SharedKeycloak.started().serviceProperties()));
        commands = client(URI.create(address));
        classes = ClassPath.packed(folder);
        learned = folder.resolve("classes.aot");
    }

    private static Map<String, String> settings(AdminDatabase database) {
        Map<String, String> settings = new HashMap<>(database.properties());
        settings.put("server.port", "0");
        settings.put("logging.level.root", "ERROR");
        settings.put("neo.events.topic", Backends.shared().freshTopicName());
        settings.put("neo.events.partitions", "2");
        settings.put("neo.provisioning.lease", "400ms");
        settings.put("neo.provisioning.sweep", "50ms");
        return settings;
    }

    /** Only what makes realms: the workers' own tokens are the development issuer's. */
    private static Map<String, String> ofRealms(Map<String, String> keycloak) {
        Map<String, String> settings = new HashMap<>(keycloak);
        settings.keySet().removeIf(key -> !key.startsWith("neo.keycloak."));
        settings.put("neo.keycloak.spare-realms", "0");
        return settings;
    }

    private ApiClient client(URI commandServiceAddress) {
        StackAddresses addresses = Backends.shared().addresses();
        PlatformClient client = new PlatformClient(RunFile.of(
                Map.of("command-service", commandServiceAddress),
                addresses.kafkaBootstrap(),
                String.valueOf(settings.get("neo.events.topic")),
                addresses.issuer(),
                addresses.developmentSecret(),
                REALM));
        return client.commands(client.token(REALM, "admin"));
    }

    /** Keeps as many schemas in stock, and has done all that others will do. */
    WorkerProcess first(int stock) {
        Map<String, String> stocked = new HashMap<>(settings);
        stocked.put("neo.provisioning.stock", Integer.toString(stock));
        WorkerProcess worker = WorkerProcess.start(classes, List.of("-XX:AOTCacheOutput=" + learned), stocked);
        working.add(worker);
        return worker;
    }

    void end(WorkerProcess first) {
        first.end(learned);
    }

    /** Has begun to take up tenants, until the call. */
    WorkerProcess next(String point) {
        while (spare.size() <= SPARE) {
            spare.add(start());
        }
        WorkerProcess worker = spare.remove();
        working.add(worker);
        worker.begin(point);
        return worker;
    }

    private WorkerProcess start() {
        Map<String, String> bare = new HashMap<>(settings);
        bare.put("neo.provisioning.stock", "0");
        return WorkerProcess.start(classes, List.of("-XX:AOTCache=" + learned), bare);
    }

    @Override
    public void close() {
        spare.forEach(WorkerProcess::kill);
        working.forEach(WorkerProcess::kill);
        commandService.close();
    }
}
