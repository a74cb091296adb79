package io.neomt.provisioning.connections;

import static io.neomt.view.jooq.admin.admin.Tables.HEALTH_CHECK_TURNS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.view.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Which of several processes checks a region. Timed by the database, so that clocks of machines do not matter. */
final class HealthLease {

    private final AdminDatabase database;
    private final String owner;
    private final Duration term;

    /** @param owner one running process */
    HealthLease(AdminDatabase database, String owner, Duration term) {
        this.database = database;
        this.owner = owner;
        this.term = term;
    }

    /** The epoch of this owner's turn by region; without regions whose turn is another's. */
    Map<Region, Long> take(Collection<Region> regions) {
        if (regions.isEmpty()) {
            return Map.of();
        }
        Field<Instant> now = DSL.field("clock_timestamp()", Instant.class);
        Field<Instant> until = DSL.field(
                "clock_timestamp() + {0} * interval '1 millisecond'", Instant.class, DSL.val(term.toMillis()));
        return database.write(dsl -> dsl.insertInto(HEALTH_CHECK_TURNS)
                .columns(HEALTH_CHECK_TURNS.REGION, HEALTH_CHECK_TURNS.OWNER, HEALTH_CHECK_TURNS.EXPIRES_AT)
                .valuesOfRows(regions.stream()
                        .map(Region::code)
                        .sorted()
                        .map(code -> DSL.row(DSL.val(code), DSL.val(owner), until))
                        .toList())
                .onConflict(HEALTH_CHECK_TURNS.REGION)
                .doUpdate()
                .set(HEALTH_CHECK_TURNS.OWNER, owner)
                .set(
                        HEALTH_CHECK_TURNS.EPOCH,
                        HEALTH_CHECK_TURNS.EPOCH.plus(
                                DSL.when(HEALTH_CHECK_TURNS.OWNER.eq(owner), 0L).otherwise(1L)))
                .set(HEALTH_CHECK_TURNS.EXPIRES_AT, until)
                .where(HEALTH_CHECK_TURNS.OWNER.eq(owner).or(HEALTH_CHECK_TURNS.EXPIRES_AT.lt(now)))
                .returning(HEALTH_CHECK_TURNS.REGION, HEALTH_CHECK_TURNS.EPOCH)
                .fetchMap(row -> new Region(row.getRegion()), row -> row.getEpoch()));
    }

    /** Whether the turn still lasts; until the transaction ends nobody else's begins. */
    static boolean holds(DSLContext dsl, Region region, long epoch) {
        return dsl.select(HEALTH_CHECK_TURNS.EPOCH)
                .from(HEALTH_CHECK_TURNS)
                .where(HEALTH_CHECK_TURNS.REGION.eq(region.code()))
                .and(HEALTH_CHECK_TURNS.EPOCH.eq(epoch))
                .forShare()
                .fetchOptional()
                .isPresent();
    }

    void release() {
        database.write(dsl -> dsl.update(HEALTH_CHECK_TURNS)
                .set(HEALTH_CHECK_TURNS.EXPIRES_AT, Instant.EPOCH)
                .where(HEALTH_CHECK_TURNS.OWNER.eq(owner))
                .execute());
    }
}
