package io.neomt.e2e.faults;

import io.neomt.deploy.embedded.EmbeddedStack;
import io.neomt.deploy.embedded.Part;
import io.neomt.e2e.Invariants;
import io.neomt.e2e.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** What happens to Redis. */
final class Caches {

    private Caches() {}

    static String flushed(FaultPlatform platform, Load load) {
        platform.stores().redis().flushDB();
        return completeAgain(platform, load);
    }

    static String killed(FaultPlatform platform, Load load) throws IOException, InterruptedException {
        EmbeddedStack servers = platform.ground().breakable();
        servers.kill(Part.REDIS);
        load.goesOn(20);
        servers.restart(Part.REDIS);
        return completeAgain(platform, load);
    }

    static String emptied(FaultPlatform platform, Load load) throws IOException, InterruptedException {
        EmbeddedStack servers = platform.ground().breakable();
        servers.kill(Part.REDIS);
        load.goesOn(20);
        delete(Path.of(servers.addresses().dataFolder()).resolve("redis"));
        servers.restart(Part.REDIS);
        return completeAgain(platform, load);
    }

    /** As far as the logs are now, while clients go on. */
    private static String completeAgain(FaultPlatform platform, Load load) {
        Invariants invariants = platform.stores().invariants();
        long began = System.nanoTime();
        for (String tenant : load.tenants()) {
            long head = invariants.log().head(UUID.fromString(tenant));
            Waiting.until("the sets of " + tenant + " are complete", () -> reach(invariants, tenant, head));
        }
        return "sets complete again after " + (System.nanoTime() - began) / 1_000_000 + " ms";
    }

    private static boolean reach(Invariants invariants, String tenant, long head) {
        try {
            return invariants.setsReach(tenant, head);
        } catch (JedisConnectionException _) {
            // a connection of before
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
