package io.neomt.e2e;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static io.neomt.view.jooq.admin.eventstore.Tables.TENANT_HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.Event;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.codec.Decoded;
import io.neomt.event.codec.EventCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record4;

/** The event store as it stands: the truth that everything else is held against. */
public final class EventLog {

    private final DSLContext admin;
    private final EventCodec codec = new AvroEventCodec();

    EventLog(DSLContext admin) {
        this.admin = admin;
    }

    List<UUID> tenants() {
        return admin.select(TENANT_HEAD.TENANT_ID).from(TENANT_HEAD).fetch(TENANT_HEAD.TENANT_ID);
    }

    public long head(UUID tenant) {
        return admin.select(TENANT_HEAD.POSITION)
                .from(TENANT_HEAD)
                .where(TENANT_HEAD.TENANT_ID.eq(tenant))
                .fetchSingle(TENANT_HEAD.POSITION);
    }

    /** Folds the tenant's events; fails where positions are not dense from 1 to the head. */
    public TenantView fold(UUID tenant) {
        Fold fold = new Fold();
        long expected = 0;
        for (Record4<Long, String, Long, byte[]> row : admin.select(
                        EVENT.POSITION, EVENT.TYPE, EVENT.SCHEMA_FINGERPRINT, EVENT.PAYLOAD)
                .from(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant))
                .orderBy(EVENT.POSITION)
                .fetch()) {
            expected++;
            assertThat(row.value1()).as("position in tenant %s", tenant).isEqualTo(expected);
            Decoded decoded = codec.decode(row.value2(), row.value3(), row.value4());
            assertThat(decoded).as("event %s of tenant %s", expected, tenant).isInstanceOf(Decoded.Known.class);
            fold.apply(((Decoded.Known) decoded).event());
        }
        assertThat(head(tenant)).as("head of tenant %s", tenant).isEqualTo(expected);
        return fold.view;
    }

    /** All of the tenant's events, in order. */
    List<Event> events(UUID tenant) {
        return admin.select(EVENT.TYPE, EVENT.SCHEMA_FINGERPRINT, EVENT.PAYLOAD)
                .from(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant))
                .orderBy(EVENT.POSITION)
                .fetch(row -> ((Decoded.Known) codec.decode(row.value1(), row.value2(), row.value3())).event());
    }

    /** The tenant's last event. */
    Event last(UUID tenant) {
        var row = admin.select(EVENT.TYPE, EVENT.SCHEMA_FINGERPRINT, EVENT.PAYLOAD)
                .from(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant))
                .orderBy(EVENT.POSITION.desc())
                .limit(1)
                .fetchSingle();
        return ((Decoded.Known) codec.decode(row.value1(), row.value2(), row.value3())).event();
    }

    /** The ids of the tenant's events, in order. */
    public List<String> ids(UUID tenant) {
        List<String> ids = new ArrayList<>();
        admin.select(EVENT.ID)
                .from(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant))
                .orderBy(EVENT.POSITION)
                .forEach(row -> ids.add(row.value1().toString()));
        return ids;
    }
}
