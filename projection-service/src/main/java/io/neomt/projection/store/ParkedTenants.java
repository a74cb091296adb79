package io.neomt.projection.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.INTERVENTION;
import static io.neomt.view.jooq.admin.projections.Tables.PARKED;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Parked;
import io.neomt.projection.kernel.ParkingLot;
import io.neomt.view.TenantNotice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is parked, as all processes know it. Whoever asks for a tenant is told when that changes. */
public final class ParkedTenants implements ParkingLot {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedTenants.class);
    private static final Field<Boolean> REPAIRED = DSL.field(DSL.exists(DSL.selectOne()
                    .from(INTERVENTION)
                    .where(INTERVENTION.TENANT_ID.eq(PARKED.TENANT_ID))
                    .and(INTERVENTION.POSITION.eq(PARKED.POSITION))
                    .and(INTERVENTION.MADE_AT.gt(PARKED.TRIED_AT))))
            .as("is_repaired");

    private final AdminDatabase database;
    /** What this process has found and the database may not know yet. */
    private final Set<Parked> unsaved = ConcurrentHashMap.newKeySet();

    public ParkedTenants(AdminDatabase database) {
        this.database = database;
    }

    /**
     * One that is parked.
     *
     * @param attempts how often it failed there
     * @param isRepaired whether the event was skipped or patched since it failed last
     */
    public record Row(Parked parked, Instant since, int attempts, Instant triedAt, boolean isRepaired) {}

    @Override
    public void park(Parked parked) {
        unsaved.removeIf(other -> isSameView(parked, other));
        try {
            database.write(dsl -> save(dsl, parked));
        } catch (RuntimeException e) {
            LOG.warn("that tenant {} is parked is written down later: {}", parked.tenant(), e.toString());
            unsaved.add(parked);
        }
    }

    @Override
    public void free(Parked parked) {
        unsaved.removeIf(other -> isSameView(parked, other));
        try {
            database.write(dsl -> {
                dsl.deleteFrom(PARKED).where(isOf(parked)).execute();
                return tell(dsl, parked.tenant());
            });
        } catch (RuntimeException e) {
            LOG.warn("that tenant {} is not parked any more is written down later: {}", parked.tenant(), e.toString());
        }
    }

    private static boolean isSameView(Parked one, Parked other) {
        return one.tenant().equals(other.tenant()) && one.projection().equals(other.projection());
    }

    /** Tries again to write down what could not be. */
    public void saveLeft() {
        List.copyOf(unsaved).forEach(this::park);
    }

    /** Whether the database may not know of it. */
    public boolean isUnsaved(Parked parked) {
        return unsaved.contains(parked);
    }

    /** All of them, those of longest standing first. */
    public List<Row> all() {
        return database.read(dsl -> dsl.select(PARKED.asterisk(), REPAIRED)
                .from(PARKED)
                .orderBy(PARKED.SINCE, PARKED.TENANT_ID, PARKED.PROJECTION)
                .fetch(ParkedTenants::row));
    }

    public Optional<Row> find(TenantId tenant, String projection) {
        return database.read(dsl -> dsl.select(PARKED.asterisk(), REPAIRED)
                .from(PARKED)
                .where(PARKED.TENANT_ID.eq(tenant.value()))
                .and(PARKED.PROJECTION.eq(projection))
                .fetchOptional(ParkedTenants::row));
    }

    private static Row row(Record row) {
        @Nullable Long position = row.get(PARKED.POSITION);
        Parked parked = new Parked(
                new TenantId(row.get(PARKED.TENANT_ID)),
                row.get(PARKED.PROJECTION),
                position == null ? null : new Position(position),
                row.get(PARKED.EVENT_ID),
                row.get(PARKED.EVENT_TYPE),
                row.get(PARKED.REASON));
        return new Row(
                parked, row.get(PARKED.SINCE), row.get(PARKED.ATTEMPTS), row.get(PARKED.TRIED_AT), row.get(REPAIRED));
    }

    private static int save(DSLContext dsl, Parked parked) {
        @Nullable Position position = parked.position();
        Condition again = DSL.condition("{0} IS NOT DISTINCT FROM excluded.position", PARKED.POSITION);
        dsl.insertInto(PARKED)
                .set(PARKED.TENANT_ID, parked.tenant().value())
                .set(PARKED.PROJECTION, parked.projection())
                .set(PARKED.POSITION, position == null ? null : position.value())
                .set(PARKED.EVENT_ID, parked.eventId())
                .set(PARKED.EVENT_TYPE, parked.eventType())
                .set(PARKED.REASON, parked.reason())
                .onConflict(PARKED.TENANT_ID, PARKED.PROJECTION)
                .doUpdate()
                .set(PARKED.ATTEMPTS, DSL.when(again, PARKED.ATTEMPTS.plus(1)).otherwise(1))
                .set(PARKED.SINCE, DSL.when(again, PARKED.SINCE).otherwise(DSL.currentInstant()))
                .set(PARKED.TRIED_AT, DSL.currentInstant())
                .set(PARKED.POSITION, DSL.excluded(PARKED.POSITION))
                .set(PARKED.EVENT_ID, DSL.excluded(PARKED.EVENT_ID))
                .set(PARKED.EVENT_TYPE, DSL.excluded(PARKED.EVENT_TYPE))
                .set(PARKED.REASON, DSL.excluded(PARKED.REASON))
                .execute();
        return tell(dsl, parked.tenant());
    }

    private static int tell(DSLContext dsl, TenantId tenant) {
        return dsl.execute("SELECT pg_notify({0}, {1})", DSL.val(TenantNotice.CHANNEL), DSL.val(tenant.toString()));
    }

    private static Condition isOf(Parked parked) {
        @Nullable Position position = parked.position();
        return PARKED.TENANT_ID
                .eq(parked.tenant().value())
                .and(PARKED.PROJECTION.eq(parked.projection()))
                // it may have been parked again, further on
                .and(PARKED.POSITION
                        .isNull()
                        .or(position == null ? DSL.noCondition() : PARKED.POSITION.eq(position.value())));
    }
}
