package io.neomt.command.store;

import static io.neomt.command.store.World.user;
import static io.neomt.view.jooq.admin.eventstore.Tables.RELAY_LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.relay.Lag;
import io.neomt.command.relay.Lease;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresOutboxTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final World world = new World();
    private final PostgresOutbox outbox = new PostgresOutbox(world.database());

    @AfterAll
    void end() {
        world.close();
    }

    @Test
    void aLeaseIsRenewedByItsOwnerAndTakenByNobodyElse() {
        Lease lease = outbox.acquire(1, "a", LONG).orElseThrow();

        assertThat(outbox.acquire(1, "a", LONG)).contains(lease);
        assertThat(outbox.acquire(1, "b", LONG)).isEmpty();
    }

    @Test
    void aLeaseThatRanOutIsTakenWithTheNextEpoch() {
        Lease lease = outbox.acquire(2, "a", LONG).orElseThrow();
        expire(2);

        Lease next = outbox.acquire(2, "b", LONG).orElseThrow();

        assertThat(next.epoch()).isEqualTo(lease.epoch() + 1);
        assertThat(outbox.acquire(2, "a", LONG)).isEmpty();
    }

    @Test
    void aLeaseThatIsGivenBackIsFreeAtOnce() {
        outbox.release(outbox.acquire(3, "a", LONG).orElseThrow());

        assertThat(outbox.acquire(3, "b", LONG)).isPresent();
    }

    @Test
    void onlyTheOwnerOfTheLeaseMarksEventsAsPublished() {
        TenantId tenant = world.tenant("outbox");
        Lease old = outbox.acquire(4, "a", LONG).orElseThrow();
        assertThat(outbox.advance(old, tenant, new Position(1))).isTrue();
        expire(4);
        Lease current = outbox.acquire(4, "b", LONG).orElseThrow();

        assertThat(outbox.advance(old, tenant, new Position(2))).isFalse();
        assertThat(outbox.unpublished(tenant, 10)).hasSize(1);
        assertThat(outbox.advance(current, tenant, new Position(2))).isTrue();
        assertThat(outbox.unpublished(tenant, 10)).isEmpty();
    }

    @Test
    void whatIsPublishedIsNeverLessThanBefore() {
        TenantId tenant = world.tenant("backwards");
        Lease lease = outbox.acquire(5, "a", LONG).orElseThrow();
        outbox.advance(lease, tenant, new Position(2));
        outbox.advance(lease, tenant, new Position(1));

        assertThat(outbox.unpublished(tenant, 10)).isEmpty();
    }

    @Test
    void eventsAreReadInOrderUpToALimit() {
        TenantId tenant = world.tenant("reading");
        world.send(tenant, user("a"), user("b"), user("c"));

        assertThat(outbox.unpublished(tenant, 3))
                .extracting(event -> event.metadata().position().value())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void theLagNamesTenantsEventsAndTheAgeOfTheOldest() {
        TenantId tenant = world.tenant("lagging");

        Lag lag = outbox.lag();

        assertThat(lag.tenants()).contains(tenant);
        assertThat(lag.events()).isGreaterThanOrEqualTo(2);
        assertThat(lag.age()).isPositive();
    }

    private void expire(int shard) {
        world.database().write(dsl -> dsl.update(RELAY_LEASE)
                .set(RELAY_LEASE.EXPIRES_AT, Instant.EPOCH)
                .where(RELAY_LEASE.SHARD.eq(shard))
                .execute());
    }
}
