package io.neomt.provisioning.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.EventType;
import io.neomt.event.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When a tenant was asked for and when it became active, as its events say. */
public final class TenantMilestones {

    private static final List<String> TYPES =
            List.of(EventType.TENANT_REQUESTED.wireName(), EventType.TENANT_ACTIVATED.wireName());

    private final AdminDatabase database;

    public TenantMilestones(AdminDatabase database) {
        this.database = database;
    }

    /** Both are among a tenant's first events: the look-up ends there, however long its history is. */
    public Milestones of(TenantId tenant) {
        Map<String, Instant> times = database.read(dsl -> dsl.select(EVENT.TYPE, EVENT.TIME)
                .from(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant.value()))
                .and(EVENT.TYPE.in(TYPES))
                .orderBy(EVENT.POSITION)
                .limit(TYPES.size())
                .fetchMap(EVENT.TYPE, EVENT.TIME));
        return new Milestones(
                Optional.ofNullable(times.get(EventType.TENANT_REQUESTED.wireName())),
                Optional.ofNullable(times.get(EventType.TENANT_ACTIVATED.wireName())));
    }

    /** Empty where it has not happened. */
    public record Milestones(Optional<Instant> requestedAt, Optional<Instant> activatedAt) {}
}
