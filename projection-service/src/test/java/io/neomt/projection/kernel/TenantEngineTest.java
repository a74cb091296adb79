package io.neomt.projection.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantEvent.TenantPurged;
import io.neomt.event.TenantId;
import io.neomt.projection.world.History;
import io.neomt.projection.world.Ids;
import io.neomt.projection.world.RandomHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenantEngineTest {

    private static final History HISTORY = RandomHistory.of(Ids.tenant(1), 1, 30);
    private static final History OTHER = RandomHistory.of(Ids.tenant(2), 2, 30);
    private static final TenantId TENANT = HISTORY.tenant();

    private final MemoryView rows = new MemoryView("rows");
    private final MemoryView sets = new MemoryView("sets");
    private final Recorder recorder = new Recorder();
    private final TenantEngine engine = new TenantEngine(
            new MemoryLog(Map.of(TENANT, HISTORY, OTHER.tenant(), OTHER)),
            List.of(rows, sets),
            Failure::ofUnknown,
            recorder,
            new Backoff(Duration.ofMillis(10), Duration.ofMillis(40)),
            7);

    @Test
    void deliveredEventsPassThroughEveryProjectionInOrder() {
        deliver(HISTORY, 1, 30);

        assertThat(rows.of(TENANT)).isEqualTo(positions(1, 30));
        assertThat(sets.of(TENANT)).isEqualTo(positions(1, 30));
    }

    @Test
    void aRedeliveredBatchChangesNothing() {
        deliver(HISTORY, 1, 20);
        deliver(HISTORY, 5, 15);

        assertThat(rows.of(TENANT)).isEqualTo(positions(1, 20));
    }

    @Test
    void aHoleIsFetchedFromTheStore() {
        deliver(HISTORY, 1, 4);
        deliver(HISTORY, 9, 12);

        assertThat(rows.of(TENANT)).isEqualTo(positions(1, 12));
    }

    @Test
    void anEventThatWasHeardOfButNotReadIsFetched() {
        engine.deliver(TENANT, HISTORY.events(1, 3), new Position(4));

        assertThat(sets.of(TENANT)).isEqualTo(positions(1, 4));
    }

    @Test
    void catchingUpGoesToTheHead() {
        engine.catchUp(TENANT);

        assertThat(sets.of(TENANT)).isEqualTo(positions(1, 30));
    }

    @Test
    void ofAPurgedTenantEveryViewIsRemovedAndNothingIsKnownAnyMore() {
        History purged = History.of(TENANT, new TenantPurged(TENANT, List.of()));
        deliver(HISTORY, 1, 5);
        engine.deliver(TENANT, purged.events(1, 1), new Position(6));

        assertThat(rows.removed).containsExactly(TENANT);
        assertThat(sets.removed).containsExactly(TENANT);
        assertThat(sets.of(TENANT)).isEmpty();
        assertThat(engine.statuses(TENANT)).isEmpty();
    }

    @Test
    void whatCouldNotBeRemovedIsRemovedByTheNextAttempt() {
        History purged = History.of(TENANT, new TenantPurged(TENANT, List.of()));
        deliver(HISTORY, 1, 5);
        sets.before = _ -> {
            throw new IllegalStateException("away");
        };
        engine.deliver(TENANT, purged.events(1, 1), new Position(6));
        assertThat(sets.removed).isEmpty();
        sets.before = _ -> {};
        engine.retry(TENANT);

        assertThat(sets.removed).containsExactly(TENANT);
        assertThat(engine.statuses(TENANT)).isEmpty();
    }

    @Test
    void whatASecondProjectionMissedIsCaughtUp() {
        deliver(HISTORY, 1, 20);
        sets.applied.put(TENANT, positions(1, 12));
        engine.catchUp(TENANT);

        assertThat(sets.of(TENANT)).isEqualTo(positions(1, 30));
    }

    @Test
    void aProjectionMovedBySomebodyElseIsReadAgain() {
        deliver(HISTORY, 1, 10);
        rows.applied.put(TENANT, positions(1, 14));
        deliver(HISTORY, 11, 20);

        assertThat(rows.of(TENANT)).isEqualTo(positions(1, 20));
    }

    @Test
    void aTenantThatIsNotReadyWaitsInTheStore() {
        rows.progressWhenEmpty = new Projection.Progress.NotReady();
        deliver(HISTORY, 1, 5);
        assertThat(rows.of(TENANT)).isEmpty();

        rows.progressWhenEmpty = new Projection.Progress.At(Position.NONE);
        deliver(HISTORY, 6, 6);
        assertThat(sets.of(TENANT)).isEqualTo(positions(1, 6));
    }

    @Test
    void aMissingViewIsRebuiltThenCaughtUp() {
        sets.progressWhenEmpty = new Projection.Progress.Missing();
        deliver(HISTORY, 1, 5);

        assertThat(recorder.rebuilt).containsExactly("sets");
        assertThat(sets.of(TENANT)).isEqualTo(positions(1, 5));
    }

    @Test
    void aFailureThatPassesIsTriedAgainWhileOthersFlow() {
        rows.before = tenant -> failFor(TENANT, tenant, new ContendedException("rows", tenant));
        deliver(HISTORY, 1, 5);
        deliver(HISTORY, 6, 9);
        deliver(OTHER, 1, 5);
        assertThat(rows.of(TENANT)).isEmpty();
        assertThat(sets.of(OTHER.tenant())).isEqualTo(positions(1, 5));

        engine.retry(TENANT);
        engine.retry(TENANT);
        engine.retry(TENANT);
        assertThat(recorder.delays).extracting(Duration::toMillis).containsExactly(10L, 20L, 40L, 40L);

        rows.before = _ -> {};
        engine.retry(TENANT);
        assertThat(sets.of(TENANT)).isEqualTo(positions(1, 30));
    }

    @Test
    void theFirstProjectionGoesOnWhileTheSecondWaits() {
        sets.before = tenant -> failFor(TENANT, tenant, new ContendedException("sets", tenant));
        deliver(HISTORY, 1, 5);
        deliver(HISTORY, 6, 9);

        assertThat(rows.of(TENANT)).isEqualTo(positions(1, 9));
        assertThat(recorder.delays).hasSize(1);
    }

    @Test
    void aFailureThatStaysParksTheTenantAndNobodyElse() {
        rows.before = tenant -> failFor(TENANT, tenant, new IllegalArgumentException("poison"));
        deliver(HISTORY, 1, 5);
        rows.before = _ -> {};
        deliver(HISTORY, 6, 9);
        engine.catchUp(TENANT);
        engine.retry(TENANT);
        deliver(OTHER, 1, 5);

        assertThat(rows.of(TENANT)).isEmpty();
        assertThat(recorder.parked).extracting(Parked::projection).containsExactly("rows");
        assertThat(engine.statuses(TENANT).filter(status -> status.projection().equals("rows")))
                .singleElement()
                .satisfies(status -> {
                    assertThat(status.state()).isEqualTo(TrackStatus.State.PARKED);
                    assertThat(reason(status)).isEqualTo("poison");
                });
        assertThat(sets.of(OTHER.tenant())).isEqualTo(positions(1, 5));
    }

    private static @Nullable String reason(TrackStatus status) {
        @Nullable Parked parked = status.parked();
        return parked == null ? null : parked.reason();
    }

    @Test
    void aBrokenProcessStops() {
        rows.before = _ -> {
            throw new StackOverflowError();
        };
        deliver(HISTORY, 1, 5);

        assertThat(recorder.stopped).hasSize(1);
    }

    @Test
    void whatComesWhileATenantIsBusyIsDoneByWhoeverIsAtIt() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        rows.before = _ -> {
            busy.countDown();
            await(go);
        };
        Thread first = Thread.ofVirtual().start(() -> deliver(HISTORY, 1, 5));
        busy.await();
        deliver(HISTORY, 6, 9);
        assertThat(rows.of(TENANT)).isEmpty();
        go.countDown();
        first.join();

        assertThat(sets.of(TENANT)).isEqualTo(positions(1, 9));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void failFor(TenantId wanted, TenantId tenant, RuntimeException failure) {
        if (wanted.equals(tenant)) {
            throw failure;
        }
    }

    private void deliver(History history, long from, long to) {
        engine.deliver(history.tenant(), history.events(from, to), new Position(to));
    }

    private static List<Long> positions(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private record MemoryLog(Map<TenantId, History> histories) implements EventLog {
        @Override
        public Position head(TenantId tenant) {
            return history(tenant).head();
        }

        @Override
        public List<EventEnvelope> read(TenantId tenant, Position after, Position upTo) {
            return history(tenant).events(after.value() + 1, upTo.value());
        }

        @Override
        public boolean isReplaced(TenantId tenant, Position position) {
            return false;
        }

        private History history(TenantId tenant) {
            return histories.getOrDefault(tenant, new History(tenant));
        }
    }

    private static final class Recorder implements EngineListener {
        private final List<String> rebuilt = new ArrayList<>();
        private final List<Duration> delays = new ArrayList<>();
        private final List<Parked> parked = new ArrayList<>();
        private final List<Parked> freed = new ArrayList<>();
        private final List<Throwable> stopped = new ArrayList<>();

        @Override
        public void applied(String projection, TenantId tenant, List<EventEnvelope> events) {}

        @Override
        public void rebuilt(String projection, TenantId tenant, Position position) {
            rebuilt.add(projection);
        }

        @Override
        public void retryLater(String projection, TenantId tenant, Duration delay, Throwable cause) {
            delays.add(delay);
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
            stopped.add(cause);
        }
    }
}
