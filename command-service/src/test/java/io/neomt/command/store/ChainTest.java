package io.neomt.command.store;

import static io.neomt.command.store.World.ADMIN;
import static io.neomt.command.store.World.user;
import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static io.neomt.view.jooq.admin.eventstore.Tables.TENANT_HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.event.EventHash;
import io.neomt.event.TenantId;
import io.neomt.event.chain.EventChain;
import io.neomt.view.jooq.admin.eventstore.tables.records.EventRecord;
import io.neomt.view.store.StoredRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainTest {

    private final World world = new World();
    private final OldEvents old = new OldEvents(world.database());

    @AfterAll
    void end() {
        world.close();
    }

    @Test
    void everyEventIsChainedToTheOneBeforeIt() {
        TenantId tenant = world.tenant("chained");
        world.send(tenant, user("a"), user("b"));
        world.send(tenant, user("c"));

        assertChained(tenant);
        assertThat(old.tenants()).doesNotContain(tenant);
    }

    /** What is kept of a time ends with microseconds; the hash must not know more. */
    @Test
    void whatIsHashedIsWhatIsStored() {
        TenantId tenant = world.tenant("exact");
        CommandEnvelope plain = World.envelope(tenant, ADMIN, user("a"));
        world.accepted(new CommandEnvelope(
                plain.id(),
                tenant,
                ADMIN,
                "correlation",
                "causation",
                null,
                Instant.parse("2026-01-02T03:04:05.123456789Z"),
                null,
                null,
                plain.command(),
                "request-1",
                "because of ticket 7"));

        EventRecord last = rows(tenant).getLast();
        assertThat(last.getReason()).isEqualTo("because of ticket 7");
        assertThat(last.getRequestId()).isEqualTo("request-1");
        assertThat(last.getTime()).isEqualTo("2026-01-02T03:04:05.123456Z");
        assertChained(tenant);
    }

    @Test
    void eventsOfBeforeAreChainedWithoutAnyCommand() {
        TenantId tenant = world.tenant("before");
        append(tenant, 1_200);
        List<EventHash> once = hashes(tenant);
        forget(tenant, 0);

        assertThat(old.tenants()).contains(tenant);
        old.chain(tenant);

        assertThat(hashes(tenant)).isEqualTo(once);
        assertThat(old.tenants()).doesNotContain(tenant);
    }

    @Test
    void eventsOfBeforeAreChainedAtTheLatestByTheNextCommand() {
        TenantId tenant = world.tenant("latest");
        append(tenant, 600);
        forget(tenant, 0);

        world.send(tenant, user("z"));

        assertChained(tenant);
    }

    /** An older release that still runs appends without a hash, and leaves that of the head as it is. */
    @Test
    void eventsOfAnOlderReleaseAreChainedWhereTheyStand() {
        TenantId tenant = world.tenant("beside");
        append(tenant, 5);
        forget(tenant, 4);
        world.send(tenant, user("z"));

        assertChained(tenant);
    }

    @Test
    void thePlatformHasAChainToo() {
        assertChained(TenantId.PLATFORM);
    }

    private void append(TenantId tenant, int users) {
        world.send(
                tenant,
                IntStream.range(0, users)
                        .mapToObj(i -> user("u-" + UUID.randomUUID()))
                        .toArray(Command[]::new));
    }

    /** As if all after a position had been appended by a release that knows of no chain. */
    private void forget(TenantId tenant, long after) {
        byte[] hash = after == 0 ? null : hashes(tenant).get((int) after - 1).bytes();
        world.database().write(dsl -> {
            dsl.update(EVENT)
                    .setNull(EVENT.HASH)
                    .where(EVENT.TENANT_ID.eq(tenant.value()))
                    .and(EVENT.POSITION.gt(after))
                    .execute();
            return dsl.update(TENANT_HEAD)
                    .set(TENANT_HEAD.CHAINED, after)
                    .set(TENANT_HEAD.HASH, hash)
                    .where(TENANT_HEAD.TENANT_ID.eq(tenant.value()))
                    .execute();
        });
    }

    private void assertChained(TenantId tenant) {
        List<EventHash> expected = new ArrayList<>();
        EventHash last = EventHash.NONE;
        for (EventRecord row : rows(tenant)) {
            last = EventChain.next(last, StoredRow.event(row));
            expected.add(last);
        }
        assertThat(hashes(tenant)).isEqualTo(expected);
        assertThat(headHash(tenant)).isEqualTo(last);
    }

    private EventHash headHash(TenantId tenant) {
        return world.database()
                .read(dsl -> EventHash.of(dsl.select(TENANT_HEAD.HASH)
                        .from(TENANT_HEAD)
                        .where(TENANT_HEAD.TENANT_ID.eq(tenant.value()))
                        .fetchSingle()
                        .value1()));
    }

    private List<EventHash> hashes(TenantId tenant) {
        return rows(tenant).stream().map(row -> EventHash.of(row.getHash())).toList();
    }

    private List<EventRecord> rows(TenantId tenant) {
        return world.database()
                .read(dsl -> List.copyOf(dsl.selectFrom(EVENT)
                        .where(EVENT.TENANT_ID.eq(tenant.value()))
                        .orderBy(EVENT.POSITION)
                        .fetch()));
    }
}
