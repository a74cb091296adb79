package io.neomt.query.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.PermissionSet;
import io.neomt.query.At;
import io.neomt.query.Standing;
import io.neomt.query.UnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FreshPermissionSetsTest {

    private static final TenantId TENANT = TenantId.of("01890000-0000-7000-8000-000000000001");
    private static final UserId USER = UserId.of("01890000-0000-7000-8000-000000000002");
    private static final Position NEEDED = new Position(7);
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(20), Duration.ofMillis(60), Duration.ofMillis(5));
    private static final Patience LONG =
            new Patience(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5));

    private final Changes changes = new Changes();
    private final AtomicInteger storeReads = new AtomicInteger();

    @Test
    void aCacheThatIsNewEnoughIsTheOnlyOneAsked() {
        assertThat(sets(found(7), at(1), SHORT).position()).isEqualTo(NEEDED);
        assertThat(storeReads).hasValue(0);
    }

    @Test
    void withoutACacheTheStoreAnswersAtOnce() {
        for (Seen seen : List.of(new Seen.Incomplete(), new Seen.Unreachable())) {
            assertThat(sets(seen, at(8), LONG).position()).isEqualTo(new Position(8));
        }
    }

    @Test
    void whenTheCacheStaysBehindTheStoreAnswers() {
        assertThat(sets(behind(), at(7), SHORT).position()).isEqualTo(NEEDED);
    }

    @Test
    void whenBothStayBehindNothingIsAnswered() {
        assertThatThrownBy(() -> sets(behind(), at(6), SHORT))
                .isInstanceOfSatisfying(UnavailableException.class, e -> assertThat(e.reason())
                        .isEqualTo(UnavailableException.Reason.CONSISTENCY_UNAVAILABLE))
                .hasMessageContaining("position 6")
                .hasMessageContaining("position 7");
    }

    @Test
    void aStoreThatFailsIsNotReadAsAnAnswer() {
        StoredSets broken = (_, _) -> {
            throw new UnavailableException(UnavailableException.Reason.DEPENDENCY_UNAVAILABLE, "gone", null);
        };
        assertThatThrownBy(() -> new FreshPermissionSets(
                                (_, _, _) -> new Seen.Unreachable(), broken, changes, SHORT, System::nanoTime)
                        .of(TENANT, Set.of(USER), Position.NONE))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void aChangeWakesWhoeverWaitsForIt() throws Exception {
        AtomicReference<Seen> cache = new AtomicReference<>(behind());
        CountDownLatch looked = new CountDownLatch(2);
        CachedSets cached = (_, _, _) -> {
            looked.countDown();
            return Objects.requireNonNull(cache.get());
        };
        CompletableFuture<At<Map<UserId, Standing>>> waiting = CompletableFuture.supplyAsync(
                () -> new FreshPermissionSets(cached, at(1), changes, LONG, System::nanoTime)
                        .of(TENANT, Set.of(USER), NEEDED),
                task -> Thread.ofVirtual().start(task));

        assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
        changes.reached(TENANT, new Position(6));
        cache.set(found(7));
        changes.reached(TENANT, NEEDED);

        assertThat(waiting.get(10, TimeUnit.SECONDS).position()).isEqualTo(NEEDED);
    }

    @Test
    void aReadOfTheStoreIsRepeatedUntilItIsNewEnough() {
        Deque<Position> positions = new ArrayDeque<>(List.of(new Position(5), new Position(6), NEEDED));
        FreshReads reads = new FreshReads(changes, SHORT, System::nanoTime);

        assertThat(reads.read(TENANT, NEEDED, () -> new At<>(positions.remove(), "rows"))
                        .position())
                .isEqualTo(NEEDED);
        assertThatThrownBy(() -> reads.read(TENANT, NEEDED, () -> new At<>(new Position(1), "old")))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void anInterruptedWaitIsNoAnswer() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                sets(behind(), at(1), LONG);
            } catch (UnavailableException e) {
                interrupted.complete(Thread.currentThread().isInterrupted());
            }
        });
        waiting.interrupt();

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatWasMissedWakesEverybody() throws Exception {
        try (Changes.Expectation one = changes.expect(TENANT, NEEDED);
                Changes.Expectation other = changes.expect(TENANT, NEEDED)) {
            changes.missed();
            assertThat(one.await(Duration.ofMinutes(1))).isTrue();
            assertThat(other.await(Duration.ofMinutes(1))).isTrue();
        }
    }

    private At<Map<UserId, Standing>> sets(Seen seen, StoredSets store, Patience patience) {
        return new FreshPermissionSets((_, _, _) -> seen, store, changes, patience, System::nanoTime)
                .of(TENANT, Set.of(USER), NEEDED);
    }

    private StoredSets at(long position) {
        return (_, _) -> {
            storeReads.incrementAndGet();
            return standings(position);
        };
    }

    private static Seen found(long position) {
        return new Seen.Found(standings(position));
    }

    private static Seen behind() {
        return new Seen.Behind(new Position(6));
    }

    private static At<Map<UserId, Standing>> standings(long position) {
        return new At<>(new Position(position), Map.of(USER, new Standing.Active(PermissionSet.EMPTY)));
    }
}
