package io.neomt.e2e.faults;

import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.deploy.embedded.Part;
import java.util.List;

/** All faults, in the order in which they are done. */
final class Faults {

    private static final int BETWEEN = 20;

    private Faults() {}

    static List<Fault> all() {
        return List.of(
                killed("commands-killed", ServiceName.COMMAND_SERVICE, 3),
                killed("projection-killed", ServiceName.PROJECTION_SERVICE, 3),
                killed("queries-killed", ServiceName.QUERY_API, 3),
                killed("worker-killed", ServiceName.PROVISIONING_WORKER, 2),
                killed("migrations-killed", ServiceName.MIGRATION_ORCHESTRATOR, 2),
                new Fault("relay-killed", "kill -9 of the relay's leader in the middle of a batch", 3, Relays::killed),
                new Fault("relay-held", "relay's leader held past its lease, then let go on", 1, Relays::held),
                new Fault(
                        "projection-joined", "a second projection service comes and goes", 1, Projections::rebalanced),
                new Fault("projection-held", "a projection service held past its session", 1, Projections::held),
                new Fault("redis-killed", "Redis killed and restarted", 2, Caches::killed),
                new Fault("redis-flushed", "FLUSHALL", 3, Caches::flushed),
                new Fault("redis-emptied", "Redis killed and restarted empty", 2, Caches::emptied),
                new Fault("postgresql-killed", "PostgreSQL killed and restarted", 3, broken(Part.POSTGRESQL)),
                new Fault("kafka-killed", "Kafka's broker killed and restarted", 2, broken(Part.KAFKA)),
                new Fault("registry-killed", "the registry away for a while", 1, broken(Part.REGISTRY)),
                new Fault("disk-full", "no room where the servers keep their data", 1, Disks::filled),
                new Fault("clock-moved", "wall clocks of services jump", 1, Clocks::moved));
    }

    /** Nothing goes wrong. */
    static Fault none() {
        return new Fault("none", "nothing goes wrong", 1, (platform, load) -> "");
    }

    static Fault named(String name) {
        return all().stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no fault is named " + name));
    }

    private static Fault killed(String name, ServiceName service, int times) {
        return new Fault(name, "kill -9 of " + service, times, (platform, load) -> {
            platform.service(service).kill();
            platform.start(service).awaitReady();
            return "";
        });
    }

    private static Fault.Injection broken(Part part) {
        return (platform, load) -> {
            platform.ground().breakable().kill(part);
            platform.ground().breakable().restart(part);
            load.goesOn(BETWEEN);
            return "";
        };
    }
}
