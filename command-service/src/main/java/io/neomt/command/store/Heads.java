package io.neomt.command.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.TENANT_HEAD;

import io.neomt.event.EventHash;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jspecify.annotations.Nullable;

/**
 * The locks and counters of the tenants' sequences. Whoever holds the lock of a head is the only one, in any process,
 * that decides and appends for the tenant; the platform's head is always locked first.
 */
final class Heads {

    /** Any number that nobody else locks in the admin database. */
    private static final long PLATFORM_LOCK = 7_300_411_301L;

    private static final SelectFieldOrAsterisk[] ALL = {TENANT_HEAD.POSITION, TENANT_HEAD.CHAINED, TENANT_HEAD.HASH};

    private Heads() {}

    /**
     * Where a sequence stands.
     *
     * @param chained the events up to here have their hash
     * @param hash of the event that stands there
     */
    record Head(Position position, Position chained, EventHash hash) {

        private static final Head NONE = new Head(Position.NONE, Position.NONE, EventHash.NONE);

        boolean wholly() {
            return chained.equals(position);
        }
    }

    /** Where the sequence stands; it may move at once. */
    static Position read(DSLContext dsl, TenantId tenant) {
        return position(dsl.select(TENANT_HEAD.POSITION)
                .from(TENANT_HEAD)
                .where(TENANT_HEAD.TENANT_ID.eq(tenant.value()))
                .fetchOne(TENANT_HEAD.POSITION));
    }

    /**
     * Keeps the platform's sequence as it is until the transaction ends. Row locks would do the same, but there those who
     * share one never let somebody in who wants it alone: under load no platform user could be revoked. Advisory locks are
     * given out in the order of asking.
     */
    static Position sharePlatform(DSLContext dsl) {
        dsl.execute("SELECT pg_advisory_xact_lock_shared(" + PLATFORM_LOCK + ")");
        // a statement of its own, so that it sees what was committed while the lock was waited for
        return read(dsl, TenantId.PLATFORM);
    }

    /** Makes this transaction the only one that appends for the tenant. */
    static Head lock(DSLContext dsl, TenantId tenant) {
        if (tenant.equals(TenantId.PLATFORM)) {
            dsl.execute("SELECT pg_advisory_xact_lock(" + PLATFORM_LOCK + ")");
        }
        return lockRow(dsl, tenant);
    }

    /** Keeps everybody from appending for the tenant; whoever only looks at the platform is not held up. */
    static Head lockRow(DSLContext dsl, TenantId tenant) {
        return dsl.select(ALL)
                .from(TENANT_HEAD)
                .where(TENANT_HEAD.TENANT_ID.eq(tenant.value()))
                .forUpdate()
                .fetchOptional(Heads::head)
                .orElse(Head.NONE);
    }

    private static Head head(Record row) {
        byte @Nullable [] hash = row.get(TENANT_HEAD.HASH);
        return new Head(
                new Position(row.get(TENANT_HEAD.POSITION)),
                new Position(row.get(TENANT_HEAD.CHAINED)),
                hash == null ? EventHash.NONE : EventHash.of(hash));
    }

    /** The tenants with events that have no hash yet. */
    static List<TenantId> unchained(DSLContext dsl) {
        return dsl.select(TENANT_HEAD.TENANT_ID)
                .from(TENANT_HEAD)
                .where(TENANT_HEAD.CHAINED.lt(TENANT_HEAD.POSITION))
                .fetch(row -> new TenantId(row.value1()));
    }

    /** Begins a sequence, unless there is one. */
    static void create(DSLContext dsl, TenantId tenant) {
        dsl.insertInto(TENANT_HEAD, TENANT_HEAD.TENANT_ID, TENANT_HEAD.POSITION)
                .values(tenant.value(), 0L)
                .onConflictDoNothing()
                .execute();
    }

    /** Older events have got their hash. */
    static void chained(DSLContext dsl, TenantId tenant, Position upTo, EventHash hash) {
        dsl.update(TENANT_HEAD)
                .set(TENANT_HEAD.CHAINED, upTo.value())
                .set(TENANT_HEAD.HASH, hash.bytes())
                .where(TENANT_HEAD.TENANT_ID.eq(tenant.value()))
                .execute();
    }

    /** @param hash of the event that the head now stands at */
    static void advance(DSLContext dsl, TenantId tenant, Position from, Position to, EventHash hash) {
        int rows = dsl.update(TENANT_HEAD)
                .set(TENANT_HEAD.POSITION, to.value())
                .set(TENANT_HEAD.CHAINED, to.value())
                .set(TENANT_HEAD.HASH, hash.bytes())
                .where(TENANT_HEAD.TENANT_ID.eq(tenant.value()))
                .and(TENANT_HEAD.POSITION.eq(from.value()))
                .execute();
        if (rows != 1) {
            throw new IllegalStateException("the head of " + tenant + " moved although it was locked");
        }
    }

    private static Position position(@Nullable Long value) {
        return value == null ? Position.NONE : new Position(value);
    }
}
