package io.neomt.projection.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.EventEnvelope;
import io.neomt.event.EventMetadata;
import io.neomt.event.Position;
import io.neomt.event.ProjectionEvent.EventSkipped;
import io.neomt.event.TenantId;
import io.neomt.projection.world.History;
import io.neomt.projection.world.Ids;
import io.neomt.projection.world.RandomHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What happens to a tenant whose projection stands before an event that it cannot apply. */
class ParkingTest {

    private static final History HISTORY = RandomHistory.of(Ids.tenant(1), 1, 30);
    private static final TenantId TENANT = HISTORY.tenant();

    private final MemoryView rows = new MemoryView("rows");
    private final MemoryView sets = new MemoryView("sets");
    private final List<Parked> parked = new ArrayList<>();
    private final List<Parked> freed = new ArrayList<>();
    private final Log log = new Log();
    private final TenantEngine engine = new TenantEngine(
            log,
            List.of(rows, sets),
            Failure::ofUnknown,
            new Listener(),
            new Backoff(Duration.ofMillis(10), Duration.ofMillis(40)),
            20);

    @Test
    void everythingBeforeTheEventThatFailsIsAppliedAndTheEventIsNamed() {
        rows.poison = at(13);
        deliver(1, 20);

        assertThat(rows.of(TENANT)).isEqualTo(positions(1, 12));
        assertThat(sets.of(TENANT)).isEqualTo(positions(1, 12));
        EventEnvelope event = HISTORY.events().get(12);
        assertThat(parked)
                .containsExactly(new Parked(
                        TENANT,
                        "rows",
                        new Position(13),
                        event.metadata().id(),
                        event.type().wireName(),
                        "poison at 13"));
    }

    @Test
    void theStoresCopyDecides() {
        EventEnvelope stored = HISTORY.events().get(4);
        EventEnvelope broken = new EventEnvelope(withId(stored.metadata(), new UUID(0, 666)), stored.event());
        rows.poison = event -> event.metadata().id().equals(new UUID(0, 666));
        List<EventEnvelope> delivered = new ArrayList<>(HISTORY.events(1, 8));
        delivered.set(4, broken);
        engine.deliver(TENANT, delivered, new Position(8));

        assertThat(rows.of(TENANT)).isEqualTo(positions(1, 8));
        assertThat(parked).isEmpty();
    }

    @Test
    void whatIsTriedAgainGoesOnInOrderAndIsFree() {
        rows.poison = at(5);
        deliver(1, 9);
        deliver(10, 12);
        rows.poison = _ -> false;
        engine.catchUp(TENANT);
        assertThat(rows.of(TENANT)).isEqualTo(positions(1, 4));
        assertThat(freed).isEmpty();
        engine.tryAgain(parked.getFirst());

        assertThat(rows.of(TENANT)).isEqualTo(positions(1, 30));
        assertThat(sets.of(TENANT)).isEqualTo(positions(1, 30));
        assertThat(freed).isEqualTo(parked);
    }

    @Test
    void whatFailsAgainIsParkedAgain() {
        rows.poison = at(5);
        deliver(1, 9);
        engine.tryAgain(parked.getFirst());

        assertThat(parked).hasSize(2);
        assertThat(freed).isEmpty();
        assertThat(states()).contains(TrackStatus.State.PARKED);
    }

    @Test
    void whatAnotherProcessFoundIsKept() {
        rows.applied.put(TENANT, positions(1, 2));
        engine.keepParked(new Parked(TENANT, "rows", new Position(3), null, null, "poison"), Runnable::run);
        deliver(3, 9);

        assertThat(rows.of(TENANT)).isEqualTo(positions(1, 2));
        assertThat(sets.of(TENANT)).isEqualTo(positions(1, 2));
    }

    /** Its own turn may come late: whatever comes first has heard of it. */
    @Test
    void whatAnotherProcessFoundIsKnownToWhoeverComesFirst() {
        rows.poison = at(3);
        rows.applied.put(TENANT, positions(1, 2));
        engine.keepParked(new Parked(TENANT, "rows", new Position(3), null, null, "poison"), _ -> {});
        engine.catchUp(TENANT);

        assertThat(parked).isEmpty();
        assertThat(rows.of(TENANT)).isEqualTo(positions(1, 2));
    }

    @Test
    void whatAnotherProcessHasBroughtFurtherIsFree() {
        rows.poison = at(5);
        deliver(1, 9);
        rows.applied.put(TENANT, positions(1, 6));
        engine.catchUp(TENANT);

        assertThat(rows.of(TENANT)).isEqualTo(positions(1, 30));
        assertThat(freed).isEqualTo(parked);
    }

    @Test
    void theEventThatSaysItIsRepairedHasItTriedAgainFromTheStore() {
        EventEnvelope stored = HISTORY.events().get(4);
        rows.poison = event -> event.equals(stored);
        deliver(1, 9);
        log.skipped = 5;
        EventEnvelope says = skip(HISTORY.events().get(9));
        engine.deliver(TENANT, List.of(says), new Position(10));

        assertThat(rows.of(TENANT)).isEqualTo(positions(1, 10));
        assertThat(freed).isEqualTo(parked);
    }

    @Test
    void whatWasReplacedIsNotAppliedAsItIsDeliveredAgain() {
        EventEnvelope stored = HISTORY.events().get(4);
        List<EventEnvelope> applied = new ArrayList<>();
        rows.poison = event -> {
            applied.add(event);
            return false;
        };
        log.skipped = 5;
        deliver(1, 9);

        assertThat(rows.of(TENANT)).isEqualTo(positions(1, 9));
        assertThat(applied).doesNotContain(stored).contains(skip(stored));
    }

    private static Predicate<EventEnvelope> at(long position) {
        return event -> event.position().value() == position;
    }

    private List<TrackStatus.State> states() {
        return engine.statuses(TENANT).map(TrackStatus::state).toList();
    }

    private void deliver(long from, long to) {
        engine.deliver(TENANT, HISTORY.events(from, to), new Position(to));
    }

    private static List<Long> positions(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static EventMetadata withId(EventMetadata metadata, UUID id) {
        return new EventMetadata(
                id,
                metadata.tenantId(),
                metadata.position(),
                metadata.subject(),
                metadata.time(),
                metadata.actor(),
                metadata.correlationId(),
                metadata.causationId(),
                metadata.traceparent());
    }

    private static EventEnvelope skip(EventEnvelope event) {
        return new EventEnvelope(event.metadata(), new EventSkipped(TENANT, event.position(), "rows", "poison"));
    }

    /** The log, with one event of which nothing is left. */
    private static final class Log implements EventLog {

        private long skipped;

        @Override
        public Position head(TenantId tenant) {
            return HISTORY.head();
        }

        @Override
        public List<EventEnvelope> read(TenantId tenant, Position after, Position upTo) {
            return HISTORY.events(after.value() + 1, upTo.value()).stream()
                    .map(event -> event.position().value() == skipped ? skip(event) : event)
                    .toList();
        }

        @Override
        public boolean isReplaced(TenantId tenant, Position position) {
            return position.value() == skipped;
        }
    }

    private final class Listener implements EngineListener {

        @Override
        public void applied(String projection, TenantId tenant, List<EventEnvelope> events) {
            // not looked at
        }

        @Override
        public void rebuilt(String projection, TenantId tenant, Position position) {
            throw new AssertionError(projection);
        }

        @Override
        public void retryLater(String projection, TenantId tenant, Duration delay, Throwable cause) {
            throw new AssertionError(cause);
        }

        @Override
        public void parked(Parked what, Throwable cause) {
            parked.add(what);
        }

        @Override
        public void freed(Parked what) {
            freed.add(what);
        }

        @Override
        public void stopped(Throwable cause) {
            throw new AssertionError(cause);
        }
    }
}
