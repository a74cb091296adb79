package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.client.RunFile;
import io.neomt.deploy.cli.platform.Progress;
import io.neomt.deploy.cli.platform.ServiceLogs;
import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.deploy.cli.platform.ServicePorts;
import io.neomt.deploy.cli.platform.Services;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.StackSeed;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The services on a running stack, with settings of a measurement. */
final class BenchPlatform implements AutoCloseable {

    private static final String TOPIC = "neo.tenant.events.v1";
    private static final String PLATFORM_REALM = "NeoAdmin";

    private final StackAddresses addresses;
    private final Services services;

    BenchPlatform(StackAddresses addresses, Path logs, Map<String, String> settings, Progress progress) {
        this.addresses = addresses;
        Map<ServiceName, Integer> ports = ServicePorts.free();
        Map<String, String> properties = new HashMap<>(addresses.serviceProperties());
        properties.putAll(ServiceLogs.to(logs.resolve("services.log")));
        properties.put(
                "neo.service-account.command-service-url",
                "http://127.0.0.1:" + ports.get(ServiceName.COMMAND_SERVICE));
        properties.putAll(settings);
        services = new Services(properties, ports, progress);
        services.startMigrations();
        StackSeed.apply(addresses);
        services.startOthers();
    }

    PlatformClient client() {
        Map<String, URI> uris = new HashMap<>();
        for (ServiceName service : ServiceName.values()) {
            uris.put(service.toString(), services.address(service));
        }
        return new PlatformClient(RunFile.of(
                uris,
                addresses.kafkaBootstrap(),
                TOPIC,
                addresses.issuer(),
                addresses.developmentSecret(),
                PLATFORM_REALM));
    }

    Services services() {
        return services;
    }

    URI address(ServiceName service) {
        return services.address(service);
    }

    @Override
    public void close() {
        services.close();
    }
}
