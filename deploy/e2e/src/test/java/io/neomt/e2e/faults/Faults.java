package io.neomt.e2e.faults;

import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.deploy.embedded.Part;
import io.neomt.e2e.Waiting;
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
                new Fault("worker-killed", "kill -9 of provisioning-worker, which makes tenants", 2, Workers::killed),
                new Fault(
                        "migrations-killed",
                        "kill -9 of migration-orchestrator in the middle of a run",
                        2,
                        Fleet::killed),
                new Fault("relay-killed", "kill -9 of the relay's leader in the middle of a batch", 3, Relays::killed),
                new Fault("relay-held", "relay's leader held past its lease, then let go on", 1, Relays::held),
                new Fault(
                        "projection-joined", "a second projection service comes and goes", 1, Projections::rebalanced),
                new Fault("projection-held", "a projection service held past its session", 1, Projections::held),
                new Fault("rebuild-killed", "kill -9 of projection-service while views are made anew", 1, Anew::killed),
                new Fault(
                        "rebuild-joined", "a second projection service while views are made anew", 1, Anew::rebalanced),
                new Fault("rebuild-flushed", "FLUSHALL while permission sets are made anew", 2, Anew::flushed),
                new Fault("redis-killed", "Redis killed and restarted", 2, Caches::killed),
                new Fault("redis-flushed", "FLUSHALL", 3, Caches::flushed),
                new Fault("redis-emptied", "Redis killed and restarted empty", 2, Caches::emptied),
                new Fault("postgresql-killed", "PostgreSQL killed and restarted", 3, broken(Part.POSTGRESQL)),
                new Fault("kafka-killed", "Kafka's broker killed and restarted", 2, broken(Part.KAFKA)),
                new Fault("registry-killed", "the registry away for a while", 1, Faults::withoutRegistry),
                new Fault("records-damaged", "records on the topic that nobody can read", 1, Poison::records),
                new Fault("event-damaged", "a stored event that nobody can read, and a patch", 1, Damage::stored),
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

    /** Services that start meanwhile know no schema's id. */
    private static String withoutRegistry(FaultPlatform platform, Load load) throws Exception {
        platform.ground().breakable().kill(Part.REGISTRY);
        load.goesOn(BETWEEN);
        for (ServiceName service : List.of(ServiceName.PROJECTION_SERVICE, ServiceName.COMMAND_SERVICE)) {
            platform.service(service).kill();
            platform.start(service);
        }
        long before = load.ledger().commands();
        Waiting.until(
                "commands are taken without the registry", () -> load.ledger().commands() > before + BETWEEN);
        platform.ground().breakable().restart(Part.REGISTRY);
        return "";
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
