package io.neomt.command.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static io.neomt.view.jooq.admin.eventstore.Tables.RELAY_LEASE;
import static io.neomt.view.jooq.admin.eventstore.Tables.RELAY_POSITION;
import static io.neomt.view.jooq.admin.eventstore.Tables.TENANT_HEAD;

import io.neomt.command.relay.Lag;
import io.neomt.command.relay.Lease;
import io.neomt.command.relay.Outbox;
import io.neomt.command.relay.StoredEvent;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The outbox in the event store's own tables. Times are the database's, so that clocks of machines do not matter. */
public final class PostgresOutbox implements Outbox {

    private final AdminDatabase database;

    public PostgresOutbox(AdminDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Lease> acquire(int shard, String owner, Duration duration) {
        Field<Instant> now = DSL.field("clock_timestamp()", Instant.class);
        Field<Instant> until = DSL.field(
                "clock_timestamp() + {0} * interval '1 millisecond'", Instant.class, DSL.val(duration.toMillis()));
        return database.write(dsl -> dsl.insertInto(RELAY_LEASE)
                .set(RELAY_LEASE.SHARD, shard)
                .set(RELAY_LEASE.OWNER, owner)
                .set(RELAY_LEASE.EPOCH, 1L)
                .set(RELAY_LEASE.EXPIRES_AT, until)
                .onConflict(RELAY_LEASE.SHARD)
                .doUpdate()
                .set(
                        RELAY_LEASE.EPOCH,
                        DSL.when(RELAY_LEASE.OWNER.eq(owner), RELAY_LEASE.EPOCH).otherwise(RELAY_LEASE.EPOCH.plus(1)))
                .set(RELAY_LEASE.OWNER, owner)
                .set(RELAY_LEASE.EXPIRES_AT, until)
                .where(RELAY_LEASE.OWNER.eq(owner).or(RELAY_LEASE.EXPIRES_AT.lt(now)))
                .returningResult(RELAY_LEASE.EPOCH)
                .fetchOptional()
                .map(row -> new Lease(shard, owner, row.value1())));
    }

    @Override
    public void release(Lease lease) {
        database.write(dsl -> dsl.update(RELAY_LEASE)
                .set(RELAY_LEASE.EXPIRES_AT, Instant.EPOCH)
                .where(RELAY_LEASE.SHARD.eq(lease.shard()))
                .and(RELAY_LEASE.OWNER.eq(lease.owner()))
                .execute());
    }

    @Override
    public List<StoredEvent> unpublished(TenantId tenant, int limit) {
        Field<Long> published = DSL.coalesce(
                DSL.field(DSL.select(RELAY_POSITION.POSITION)
                        .from(RELAY_POSITION)
                        .where(RELAY_POSITION.TENANT_ID.eq(tenant.value()))),
                DSL.val(0L));
        // one statement sees one state
        return database.write(dsl -> EventRows.after(dsl, tenant, published, limit));
    }

    @Override
    public boolean advance(Lease lease, TenantId tenant, Position published) {
        return database.write(dsl -> dsl.insertInto(RELAY_POSITION, RELAY_POSITION.TENANT_ID, RELAY_POSITION.POSITION)
                        .select(dsl.select(DSL.val(tenant.value()), DSL.val(published.value()))
                                .from(RELAY_LEASE)
                                .where(RELAY_LEASE.SHARD.eq(lease.shard()))
                                .and(RELAY_LEASE.OWNER.eq(lease.owner()))
                                .and(RELAY_LEASE.EPOCH.eq(lease.epoch())))
                        .onConflict(RELAY_POSITION.TENANT_ID)
                        .doUpdate()
                        .set(RELAY_POSITION.POSITION, DSL.excluded(RELAY_POSITION.POSITION))
                        .where(RELAY_POSITION.POSITION.lt(DSL.excluded(RELAY_POSITION.POSITION)))
                        .execute()
                == 1);
    }

    @Override
    public Lag lag() {
        return database.read(PostgresOutbox::lag);
    }

    private static Lag lag(DSLContext dsl) {
        Field<Long> published = DSL.coalesce(RELAY_POSITION.POSITION, DSL.val(0L));
        Set<TenantId> tenants = new HashSet<>();
        long[] events = new long[1];
        Duration[] age = {Duration.ZERO};
        dsl.select(
                        TENANT_HEAD.TENANT_ID,
                        TENANT_HEAD.POSITION.minus(published),
                        DSL.field("clock_timestamp()", Instant.class),
                        EVENT.TIME)
                .from(TENANT_HEAD)
                .leftJoin(RELAY_POSITION)
                .on(RELAY_POSITION.TENANT_ID.eq(TENANT_HEAD.TENANT_ID))
                .join(EVENT)
                .on(EVENT.TENANT_ID.eq(TENANT_HEAD.TENANT_ID))
                .and(EVENT.POSITION.eq(published.plus(1)))
                .where(TENANT_HEAD.POSITION.gt(published))
                .forEach(row -> {
                    tenants.add(new TenantId(row.value1()));
                    events[0] += row.value2();
                    Duration waiting = Duration.between(row.value4(), row.value3());
                    age[0] = waiting.compareTo(age[0]) > 0 ? waiting : age[0];
                });
        return new Lag(tenants, events[0], age[0]);
    }
}
