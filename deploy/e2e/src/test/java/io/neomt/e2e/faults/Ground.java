package io.neomt.e2e.faults;

import io.neomt.deploy.embedded.EmbeddedStack;
import io.neomt.deploy.embedded.Part;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.StackOptions;
import io.neomt.testkit.backends.AdminDatabase;
import io.neomt.testkit.backends.Backends;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the services of one platform stand on: servers of their own, which can be broken, or those that all tests share.
 *
 * @param migrated whether the database has its tables already
 * @param servers where they are this platform's own
 * @param disk that the servers' data is on, where it is one of their own
 */
record Ground(
        StackAddresses addresses,
        String adminDatabase,
        String sharedDatabase,
        String topic,
        boolean migrated,
        Optional<EmbeddedStack> servers,
        Optional<Disk> disk)
        implements AutoCloseable {

    private static final List<Part> PARTS = List.of(Part.POSTGRESQL, Part.REGISTRY, Part.REDIS, Part.KAFKA);

    /** Servers of its own. */
    static Ground own(Path folder) throws IOException {
        Optional<Disk> disk = Disk.mount(folder);
        EmbeddedStack stack;
        try {
            stack = EmbeddedStack.start(StackOptions.in(folder).freePorts());
        } catch (RuntimeException e) {
            disk.ifPresent(Disk::close);
            throw e;
        }
        return new Ground(
                stack.addresses(),
                "neo_admin",
                "neo_shared_us",
                "neo.tenant.events.v1",
                false,
                Optional.of(stack),
                disk);
    }

    /** A database, a topic and a part of Redis of its own. */
    static Ground shared() {
        AdminDatabase database = Backends.shared().freshAdminDatabase();
        var addresses = Backends.shared().addresses().toProperties();
        addresses.setProperty("redisUrl", addresses.getProperty("redisUrl").replaceAll("/\\d+$", "/6"));
        return new Ground(
                StackAddresses.of(addresses),
                database.name(),
                database.sharedDatabase(),
                Backends.shared().freshTopicName(),
                true,
                Optional.empty(),
                Optional.empty());
    }

    /** Of every service; waits that a fault would only make longer are shorter than usual. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(addresses.serviceProperties());
        settings.put("neo.admin-database.url", addresses.jdbcUrl(adminDatabase));
        settings.put("neo.events.topic", topic);
        settings.put("neo.events.partitions", "4");
        settings.put("neo.projection.group", group());
        settings.put("neo.projection.concurrency", "1");
        settings.put("neo.provisioning.lease", "3s");
        settings.put("neo.provisioning.sweep", "200ms");
        settings.put("neo.provisioning.stock", "3");
        settings.put("neo.connections.health-interval", "1s");
        settings.put("neo.rebuild.lease", "2s");
        settings.put("neo.rebuild.reconcile-interval", "2s");
        settings.put("logging.level.root", "WARN");
        return settings;
    }

    /** Of the consumers of the projection service. */
    String group() {
        return "faults-" + topic;
    }

    /** @throws IllegalStateException when the servers are not this platform's to break */
    EmbeddedStack breakable() {
        return servers.orElseThrow(() -> new IllegalStateException("these servers are everybody's"));
    }

    /** Gives the names of those that had ended. */
    List<String> restartEnded() throws IOException, InterruptedException {
        List<String> ended = new ArrayList<>();
        for (Part part : PARTS) {
            if (servers.isPresent() && !servers.get().process(part).isAlive()) {
                ended.add(part.label());
                servers.get().restart(part);
            }
        }
        return ended;
    }

    @Override
    public void close() {
        servers.ifPresent(EmbeddedStack::close);
        disk.ifPresent(Disk::close);
    }
}
