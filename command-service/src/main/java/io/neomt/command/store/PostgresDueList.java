package io.neomt.command.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.DUE;
import static io.neomt.view.jooq.admin.eventstore.Tables.SWEEP_LEASE;

import io.neomt.command.expiry.Due;
import io.neomt.command.expiry.DueList;
import io.neomt.command.kernel.Subject;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The list in the event store's own tables. The lease is timed by the database, so that clocks of machines do not matter. */
public final class PostgresDueList implements DueList {

    private final AdminDatabase database;

    public PostgresDueList(AdminDatabase database) {
        this.database = database;
    }

    @Override
    public boolean lead(String owner, Duration lease) {
        Field<Instant> now = DSL.field("clock_timestamp()", Instant.class);
        Field<Instant> until = DSL.field(
                "clock_timestamp() + {0} * interval '1 millisecond'", Instant.class, DSL.val(lease.toMillis()));
        return database.write(dsl -> dsl.insertInto(SWEEP_LEASE)
                        .set(SWEEP_LEASE.SINGLETON, true)
                        .set(SWEEP_LEASE.OWNER, owner)
                        .set(SWEEP_LEASE.EXPIRES_AT, until)
                        .onConflict(SWEEP_LEASE.SINGLETON)
                        .doUpdate()
                        .set(SWEEP_LEASE.OWNER, owner)
                        .set(SWEEP_LEASE.EXPIRES_AT, until)
                        .where(SWEEP_LEASE.OWNER.eq(owner).or(SWEEP_LEASE.EXPIRES_AT.lt(now)))
                        .execute()
                == 1);
    }

    @Override
    public void release(String owner) {
        database.write(dsl -> dsl.update(SWEEP_LEASE)
                .set(SWEEP_LEASE.EXPIRES_AT, Instant.EPOCH)
                .where(SWEEP_LEASE.OWNER.eq(owner))
                .execute());
    }

    @Override
    public List<Due> over(Instant now, int limit) {
        return database.read(dsl -> dsl.select(DUE.TENANT_ID, DUE.SUBJECT, DUE.DUE_AT)
                .from(DUE)
                .where(DUE.DUE_AT.le(now))
                .orderBy(DUE.DUE_AT, DUE.TENANT_ID, DUE.SUBJECT)
                .limit(limit)
                .fetch(row -> new Due(new TenantId(row.value1()), Subject.parse(row.value2()), row.value3())));
    }

    @Override
    public Optional<Instant> next() {
        return database.read(dsl -> Optional.ofNullable(
                dsl.select(DSL.min(DUE.DUE_AT)).from(DUE).fetchSingle().value1()));
    }
}
