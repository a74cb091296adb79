package io.neomt.command.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static io.neomt.view.jooq.admin.eventstore.Tables.INTERVENTION;
import static io.neomt.view.jooq.admin.projections.Tables.PARKED;

import io.neomt.command.intervention.ParkedEvent;
import io.neomt.command.kernel.Subject;
import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.ProjectionEvent;
import io.neomt.event.ProjectionEvent.EventPatched;
import io.neomt.event.ProjectionEvent.EventSkipped;
import io.neomt.event.TenantId;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which events are not to be applied as they were recorded, for whoever makes views of them. */
final class InterventionRows {

    /** Not when the transaction began, which may be before a projection failed once more. */
    private static final Field<Instant> NOW = DSL.field("clock_timestamp()", Instant.class);

    private InterventionRows() {}

    /** The projections that stand before this event. */
    static List<ParkedEvent> parkedAt(DSLContext dsl, TenantId tenant, Position position) {
        return dsl.select(PARKED.PROJECTION, EVENT.SUBJECT)
                .from(PARKED)
                .join(EVENT)
                .on(EVENT.TENANT_ID.eq(PARKED.TENANT_ID))
                .and(EVENT.POSITION.eq(PARKED.POSITION))
                .where(PARKED.TENANT_ID.eq(tenant.value()))
                .and(PARKED.POSITION.eq(position.value()))
                .orderBy(PARKED.PROJECTION)
                .fetch(row -> new ParkedEvent(row.value1(), Subject.parse(row.value2())));
    }

    static void apply(DSLContext dsl, List<EventEnvelope> events) {
        for (EventEnvelope envelope : events) {
            if (envelope.event() instanceof ProjectionEvent event) {
                switch (event) {
                    case EventSkipped skipped -> save(dsl, envelope, skipped, null);
                    case EventPatched patched -> save(dsl, envelope, patched, patched);
                }
            }
        }
    }

    private static void save(
            DSLContext dsl, EventEnvelope envelope, ProjectionEvent event, @Nullable EventPatched patched) {
        dsl.insertInto(INTERVENTION)
                .set(INTERVENTION.TENANT_ID, event.tenantId().value())
                .set(INTERVENTION.POSITION, event.position().value())
                .set(INTERVENTION.DECIDED_AT, envelope.position().value())
                .set(INTERVENTION.MADE_AT, NOW)
                .set(INTERVENTION.TYPE, patched == null ? null : patched.eventType())
                .set(INTERVENTION.SCHEMA_FINGERPRINT, patched == null ? null : patched.schemaFingerprint())
                .set(
                        INTERVENTION.PAYLOAD,
                        patched == null ? null : Base64.getDecoder().decode(patched.payload()))
                .onConflict(INTERVENTION.TENANT_ID, INTERVENTION.POSITION)
                .doUpdate()
                .set(INTERVENTION.DECIDED_AT, DSL.excluded(INTERVENTION.DECIDED_AT))
                .set(INTERVENTION.MADE_AT, DSL.excluded(INTERVENTION.MADE_AT))
                .set(INTERVENTION.TYPE, DSL.excluded(INTERVENTION.TYPE))
                .set(INTERVENTION.SCHEMA_FINGERPRINT, DSL.excluded(INTERVENTION.SCHEMA_FINGERPRINT))
                .set(INTERVENTION.PAYLOAD, DSL.excluded(INTERVENTION.PAYLOAD))
                .execute();
    }
}
