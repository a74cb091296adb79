package io.neomt.provisioning.connections;

import static io.neomt.view.jooq.admin.admin.Tables.HEALTH_CHECK_LEASE;

import io.neomt.commons.connections.AdminDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Which of several processes checks. Timed by the database, so that clocks of machines do not matter. */
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

    /** The epoch of this owner's turn; empty while it is another's. */
    Optional<Long> take() {
        Field<Instant> now = DSL.field("clock_timestamp()", Instant.class);
        Field<Instant> until = DSL.field(
                "clock_timestamp() + {0} * interval '1 millisecond'", Instant.class, DSL.val(term.toMillis()));
        return database.write(dsl -> dsl.insertInto(HEALTH_CHECK_LEASE)
                .set(HEALTH_CHECK_LEASE.SINGLETON, true)
                .set(HEALTH_CHECK_LEASE.OWNER, owner)
                .set(HEALTH_CHECK_LEASE.EXPIRES_AT, until)
                .onConflict(HEALTH_CHECK_LEASE.SINGLETON)
                .doUpdate()
                .set(HEALTH_CHECK_LEASE.OWNER, owner)
                .set(
                        HEALTH_CHECK_LEASE.EPOCH,
                        HEALTH_CHECK_LEASE.EPOCH.plus(
                                DSL.when(HEALTH_CHECK_LEASE.OWNER.eq(owner), 0L).otherwise(1L)))
                .set(HEALTH_CHECK_LEASE.EXPIRES_AT, until)
                .where(HEALTH_CHECK_LEASE.OWNER.eq(owner).or(HEALTH_CHECK_LEASE.EXPIRES_AT.lt(now)))
                .returning(HEALTH_CHECK_LEASE.EPOCH)
                .fetchOptional(HEALTH_CHECK_LEASE.EPOCH));
    }

    /** Whether the turn still lasts; until the transaction ends nobody else's begins. */
    static boolean holds(DSLContext dsl, long epoch) {
        return dsl.select(HEALTH_CHECK_LEASE.EPOCH)
                .from(HEALTH_CHECK_LEASE)
                .where(HEALTH_CHECK_LEASE.EPOCH.eq(epoch))
                .forShare()
                .fetchOptional()
                .isPresent();
    }

    void release() {
        database.write(dsl -> dsl.update(HEALTH_CHECK_LEASE)
                .set(HEALTH_CHECK_LEASE.EXPIRES_AT, Instant.EPOCH)
                .where(HEALTH_CHECK_LEASE.OWNER.eq(owner))
                .execute());
    }
}
