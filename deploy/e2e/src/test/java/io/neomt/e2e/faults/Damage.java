package io.neomt.e2e.faults;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static io.neomt.view.jooq.admin.eventstore.Tables.RELAY_POSITION;
import static io.neomt.view.jooq.admin.eventstore.Tables.TENANT_HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.deploy.embedded.Part;
import io.neomt.e2e.Waiting;
import io.neomt.event.codec.ReadableEvent;
import io.neomt.event.codec.SchemaHistory;
import io.neomt.view.jooq.admin.eventstore.tables.records.EventRecord;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stored event that nobody can read: its tenant waits before it until an operator says what takes its place. */
final class Damage {

    private static final String PROJECTIONS = "/api/v1/admin/projections/";
    private static final byte[] GARBAGE = {99, 1, 2, 3};
    private static final int AHEAD = 20;
    private static final int BETWEEN = 30;

    private final FaultPlatform platform;
    private final DSLContext admin;
    private final UUID tenant;

    private Damage(FaultPlatform platform, UUID tenant) {
        this.platform = platform;
        this.admin = platform.stores().admin();
        this.tenant = tenant;
    }

    /** Kafka is held meanwhile, so that the event has not been published when its bytes are lost. */
    static String stored(FaultPlatform platform, Load load) throws IOException, InterruptedException {
        return new Damage(platform, UUID.fromString(load.tenants().getFirst())).into(load);
    }

    private String into(Load load) throws IOException, InterruptedException {
        long kafka = platform.ground().breakable().process(Part.KAFKA).pid();
        Signals.send("STOP", kafka);
        EventRecord event;
        try {
            Waiting.until("events wait", () -> waiting() >= AHEAD);
            event = last();
            write(event.getPosition(), GARBAGE);
        } finally {
            Signals.send("CONT", kafka);
        }
        try {
            long began = System.nanoTime();
            for (String view : new String[] {"tenantschema", "audit"}) {
                Waiting.until(view + " stands before the event", () -> isParked(view, event.getPosition()));
            }
            load.goesOn(BETWEEN);
            patch(event);
            for (String view : new String[] {"tenantschema", "permissionsets", "audit"}) {
                Waiting.until(view + " goes on", () -> position(view) > event.getPosition());
            }
            return "stood for " + (System.nanoTime() - began) / 1_000_000 + " ms";
        } finally {
            // what was put in its place is the same, and whoever looks at the log afterwards has to be able to read it
            write(event.getPosition(), event.getPayload());
        }
    }

    private long waiting() {
        return admin.select(TENANT_HEAD.POSITION.minus(RELAY_POSITION.POSITION))
                .from(TENANT_HEAD)
                .join(RELAY_POSITION)
                .on(RELAY_POSITION.TENANT_ID.eq(TENANT_HEAD.TENANT_ID))
                .where(TENANT_HEAD.TENANT_ID.eq(tenant))
                .fetchSingle()
                .value1();
    }

    private EventRecord last() {
        return admin.selectFrom(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant))
                .orderBy(EVENT.POSITION.desc())
                .limit(1)
                .fetchSingle();
    }

    private void write(long position, byte[] payload) {
        int changed = admin.update(EVENT)
                .set(EVENT.PAYLOAD, payload)
                .where(EVENT.TENANT_ID.eq(tenant))
                .and(EVENT.POSITION.eq(position))
                .execute();
        assertThat(changed).isOne();
    }

    private boolean isParked(String view, long position) {
        JsonNode progress = progress(view);
        if (progress.path("position").asLong(0) >= position) {
            throw new AssertionError(view + " has passed an event that nobody can read");
        }
        return progress.path("state").asString("").equals("parked");
    }

    private long position(String view) {
        return progress(view).path("position").asLong(0);
    }

    private JsonNode progress(String view) {
        return platform.client(ServiceName.PROJECTION_SERVICE)
                .get(PROJECTIONS + view + "/tenants/" + tenant, Map.of())
                .orRefuse()
                .data();
    }

    private void patch(EventRecord event) {
        String fields = new ReadableEvent(SchemaHistory.shipped())
                .json(event.getType(), event.getSchemaFingerprint(), event.getPayload())
                .orElseThrow();
        platform.commands()
                .post(
                        "/api/v1/admin/tenants/" + tenant + "/events/" + event.getPosition() + "/patch",
                        Map.of(
                                "reason",
                                "its bytes were lost",
                                "type",
                                event.getType(),
                                "event",
                                JsonMapper.shared().readTree(fields)),
                        Map.of())
                .orRefuse();
    }
}
