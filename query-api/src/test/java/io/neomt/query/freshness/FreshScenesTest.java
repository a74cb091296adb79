package io.neomt.query.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Circumstances;
import io.neomt.permission.CompiledUser;
import io.neomt.permission.ConditionLanguage;
import io.neomt.permission.Decision;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.Terms;
import io.neomt.query.At;
import io.neomt.query.UnavailableException;
import io.neomt.query.scene.Assembly;
import io.neomt.query.scene.CachedSets;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Question;
import io.neomt.query.scene.Scene;
import io.neomt.query.scene.Seen;
import io.neomt.query.scene.Snapshot;
import io.neomt.query.scene.Standing;
import io.neomt.query.scene.StoredSets;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedUser;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreshScenesTest {

    private static final TenantId TENANT = TenantId.of("01890000-0000-7000-8000-000000000001");
    private static final UserId USER = UserId.of("01890000-0000-7000-8000-000000000002");
    private static final RoleId ROLE = RoleId.of("01890000-0000-7000-8000-000000000003");
    private static final Needs NEEDS = Needs.users(List.of(USER));
    private static final Assembly ASSEMBLY = new Assembly(ConditionLanguage.TEXTS, _ -> Map.of());
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
        assertThatThrownBy(() -> ask(scenes(cache(new Seen.Unreachable()), broken, SHORT)))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void setsThatAnswerNothingAreNotBelieved() {
        FreshScenes scenes = scenes(cache(new Seen.Found(withoutTheRole(7))), at(8), LONG);

        assertThat(scenes.ask(TENANT, NEEDED, Question.of(() -> NEEDS, FreshScenesTest::decision))
                        .position())
                .isEqualTo(new Position(8));
        assertThatThrownBy(() -> scenes(cache(new Seen.Incomplete()), (_, _) -> withoutTheRole(8), LONG)
                        .ask(TENANT, NEEDED, Question.of(() -> NEEDS, FreshScenesTest::decision)))
                .isInstanceOfSatisfying(UnavailableException.class, e -> assertThat(e.reason())
                        .isEqualTo(UnavailableException.Reason.DEPENDENCY_UNAVAILABLE));
    }

    @Test
    void aChangeWakesWhoeverWaitsForIt() throws Exception {
        AtomicReference<Seen> cache = new AtomicReference<>(behind());
        CountDownLatch looked = new CountDownLatch(2);
        CachedSets cached = (_, _, _, _) -> {
            looked.countDown();
            return Objects.requireNonNull(cache.get());
        };
        CompletableFuture<At<Standing>> waiting =
                CompletableFuture.supplyAsync(() -> ask(scenes(cached, at(1), LONG)), task -> Thread.ofVirtual()
                        .start(task));

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

    private At<Standing> sets(Seen seen, StoredSets store, Patience patience) {
        return ask(scenes(cache(seen), store, patience));
    }

    private static At<Standing> ask(FreshScenes scenes) {
        return scenes.ask(TENANT, NEEDED, Question.of(() -> NEEDS, scene -> scene.standing(USER)));
    }

    private FreshScenes scenes(CachedSets cache, StoredSets store, Patience patience) {
        return new FreshScenes(cache, store, ASSEMBLY, changes, patience, System::nanoTime);
    }

    private static CachedSets cache(Seen seen) {
        return (_, _, _, _) -> seen;
    }

    private StoredSets at(long position) {
        return (_, _) -> {
            storeReads.incrementAndGet();
            return snapshot(position);
        };
    }

    private static @Nullable Decision decision(Scene scene) {
        CompiledUser user = ((Standing.Active) Objects.requireNonNull(scene.standing(USER))).user();
        return user.check(PermissionCode.parse("a.b.own"), scene.position().value(), Circumstances.UNKNOWN);
    }

    private static Seen found(long position) {
        return new Seen.Found(snapshot(position));
    }

    private static Seen behind() {
        return new Seen.Behind(new Position(6));
    }

    private static Snapshot snapshot(long position) {
        return snapshot(position, Map.of(ROLE, new CachedRole(new Position(position), false, "lead", List.of())));
    }

    private static Snapshot withoutTheRole(long position) {
        return snapshot(position, Map.of());
    }

    private static Snapshot snapshot(long position, Map<RoleId, CachedRole> roles) {
        CachedUser user = new CachedUser(
                new Position(position),
                CachedUser.Status.ACTIVE,
                List.of(new CachedUser.RoleRef(ROLE, Terms.NONE)),
                List.of(),
                List.of(),
                List.of());
        return new Snapshot(new Position(position), Map.of(USER, user), roles, Map.of(), Map.of());
    }
}
