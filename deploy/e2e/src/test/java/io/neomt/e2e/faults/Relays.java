package io.neomt.e2e.faults;

import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.deploy.embedded.Part;
import io.neomt.e2e.Waiting;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jooq.DSLContext;

/** What happens to the relay, which is a part of the command service. */
final class Relays {

    private static final int BACKLOG = 200;
    private static final String WAITING = """
            SELECT coalesce(sum(head.position - coalesce(sent.position, 0)), 0)
            FROM eventstore.tenant_head head LEFT JOIN eventstore.relay_position sent USING (tenant_id)
            """;

    private Relays() {}

    /** Kafka is held until many events wait; the leader is killed when the first of them are out and none is marked. */
    static String killed(FaultPlatform platform, Load load) throws IOException, InterruptedException {
        long kafka = platform.ground().breakable().process(Part.KAFKA).pid();
        ServiceProcess leader = platform.service(ServiceName.COMMAND_SERVICE);
        DSLContext admin = platform.stores().admin();
        long waited;
        try (TopicReading topic = new TopicReading(platform.ground(), Set.copyOf(load.tenants()))) {
            topic.poll();
            Signals.send("STOP", kafka);
            Waiting.until("many events wait", () -> waiting(admin) >= BACKLOG);
            waited = waiting(admin);
            Signals.send("CONT", kafka);
            long before = seen(topic, load);
            Waiting.until("the first are out", () -> {
                topic.poll();
                return seen(topic, load) > before;
            });
            leader.kill();
        }
        platform.start(ServiceName.COMMAND_SERVICE).awaitReady();
        return waited + " events waited when it began";
    }

    private static long waiting(DSLContext admin) {
        return admin.fetchSingle(WAITING).get(0, Long.class);
    }

    private static long seen(TopicReading topic, Load load) {
        return load.tenants().stream().mapToLong(topic::highest).sum();
    }

    /** Two command services; the one that leads is held until the other one leads, and then goes on where it stood. */
    static String held(FaultPlatform platform, Load load) throws IOException, InterruptedException {
        ServiceProcess leader = platform.service(ServiceName.COMMAND_SERVICE);
        ServiceProcess other = platform.another(ServiceName.COMMAND_SERVICE).awaitReady();
        URI usual = leader.address();
        DSLContext admin = platform.stores().admin();
        Set<String> owners = owners(admin);
        platform.sendTo(other.address());
        load.goesOn(20);
        leader.hold();
        try {
            Waiting.until("the other one leads", () -> owners(admin).stream().noneMatch(owners::contains));
            load.goesOn(200);
        } finally {
            leader.goOn();
        }
        load.goesOn(200);
        platform.sendTo(usual);
        other.end();
        return "";
    }

    private static Set<String> owners(DSLContext admin) {
        return Set.copyOf(admin.fetch("SELECT DISTINCT owner FROM eventstore.relay_lease WHERE expires_at > now()")
                .map(row -> row.get(0, String.class)));
    }
}
