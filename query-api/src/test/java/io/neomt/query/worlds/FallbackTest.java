package io.neomt.query.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.commons.connections.Tenant;
import io.neomt.event.Position;
import io.neomt.event.UserId;
import io.neomt.permission.ConditionLanguage;
import io.neomt.query.At;
import io.neomt.query.UnavailableException;
import io.neomt.query.cache.ChangeSubscriber;
import io.neomt.query.cache.RedisConnections;
import io.neomt.query.cache.RedisSets;
import io.neomt.query.freshness.Changes;
import io.neomt.query.freshness.FreshScenes;
import io.neomt.query.freshness.Patience;
import io.neomt.query.memory.Memory;
import io.neomt.query.scene.Assembly;
import io.neomt.query.scene.CachedSets;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Question;
import io.neomt.query.scene.Seen;
import io.neomt.query.scene.Standing;
import io.neomt.query.scene.StoredSets;
import io.neomt.query.store.SqlSets;
import io.neomt.testkit.permissions.RandomWorlds;
import io.neomt.testkit.permissions.World;
import io.neomt.view.cache.CacheKeys;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

/** What is answered when Redis, PostgreSQL or both are away or behind. */
class FallbackTest {

    private static final World WORLD = RandomWorlds.plainWorld(1);
    private static final UserId USER =
            Ids.user(WORLD.users().keySet().iterator().next());
    private static final Position FIVE = new Position(5);
    private static final Position SIX = new Position(6);
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(5));
    private static final Patience LONG =
            new Patience(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5));

    private static final Needs NEEDS = Needs.users(List.of(USER));
    private static final Assembly ASSEMBLY = new Assembly(ConditionLanguage.TEXTS, _ -> Map.of());

    private static TestBackends backends;
    private static UnifiedJedis redis;
    private static TestPlatform platform;
    private static Tenant tenant;

    private final AtomicInteger storeReads = new AtomicInteger();
    private final Changes changes = new Changes();
    private final Memory memory = new Memory(ASSEMBLY, 100, Duration.ofSeconds(10), new Unmetered(), System::nanoTime);

    @BeforeAll
    static void start() {
        backends = TestBackends.fresh();
        redis = backends.redis();
        platform = backends.platform();
        tenant = platform.activeTenant(TestBackends.randomTenant(), backends.slug());
    }

    @AfterAll
    static void stop() {
        WorldKeys.clear(redis, tenant.id());
        backends.close();
    }

    @BeforeEach
    void bothAreAtFive() {
        platform.write(tenant, WORLD, FIVE);
        WorldKeys.write(redis, tenant.id(), WORLD, FIVE);
    }

    @Test
    void redisAnswersAlone() {
        assertThat(read(inRedis(), FIVE, SHORT).position()).isEqualTo(FIVE);
        assertThat(storeReads).hasValue(0);
    }

    @Test
    void aFlushedRedisIsNotTakenForAnEmptyTenant() {
        WorldKeys.clear(redis, tenant.id());

        assertThat(read(inRedis(), Position.NONE, SHORT).position()).isEqualTo(FIVE);
        assertThat(storeReads).hasPositiveValue();
    }

    @Test
    void aSetThatIsNotCompleteIsNotRead() {
        WorldKeys.mark(redis, tenant.id(), FIVE, false);

        assertThat(look(inRedis())).isEqualTo(new Seen.Incomplete());
        assertThat(read(inRedis(), FIVE, SHORT).position()).isEqualTo(FIVE);
    }

    @Test
    void theGenerationThatTheMarkerNamesIsRead() {
        Seen first = look(inRedis());
        WorldKeys.moveTo(redis, tenant.id(), 12);

        assertThat(look(inRedis())).isEqualTo(first).isInstanceOf(Seen.Found.class);
    }

    @Test
    void aCorruptValueIsNotRead() {
        redis.hset(CacheKeys.user(tenant.id(), USER), Map.of("s", "active", "r", "[]", "t", "[]", "d", "[[", "v", "5"));

        assertThat(look(inRedis())).isEqualTo(new Seen.Incomplete());
    }

    @Test
    void aValueOfAnotherTypeIsNotRead() {
        redis.del(CacheKeys.meta(tenant.id()));
        redis.set(CacheKeys.meta(tenant.id()), "7");

        assertThat(read(inRedis(), FIVE, SHORT).position()).isEqualTo(FIVE);
    }

    @Test
    void whenRedisIsBehindPostgresAnswers() {
        platform.moveTo(tenant, SIX);

        assertThat(read(inRedis(), SIX, SHORT).position()).isEqualTo(SIX);
    }

    @Test
    void whenBothAreBehindNothingIsAnswered() {
        assertThatThrownBy(() -> read(inRedis(), SIX, SHORT))
                .isInstanceOfSatisfying(UnavailableException.class, e -> assertThat(e.reason())
                        .isEqualTo(UnavailableException.Reason.CONSISTENCY_UNAVAILABLE));
    }

    @Test
    void anUnreachableRedisIsLeftAloneAndPostgresAnswers() throws IOException {
        AtomicInteger clock = new AtomicInteger();
        try (UnifiedJedis nowhere =
                connections(URI.create("redis://127.0.0.1:" + freePort())).pooled()) {
            CachedSets away = new RedisSets(nowhere, Duration.ofNanos(10), clock::get);

            assertThat(read(away, FIVE, SHORT).position()).isEqualTo(FIVE);
            assertThat(look(away)).isEqualTo(new Seen.Unreachable());
            clock.set(11);
            assertThat(look(away)).isEqualTo(new Seen.Unreachable());
        }
    }

    @Test
    void withoutRedisAndPostgresNothingIsAnswered() {
        try (TestBackends gone = TestBackends.fresh()) {
            Tenant there = gone.platform().activeTenant(TestBackends.randomTenant(), gone.slug());
            StoredSets broken = new SqlSets(gone.platform().snapshots());
            gone.platform().close();

            assertThatThrownBy(() -> new FreshScenes(
                                    (_, _, _, _) -> new Seen.Unreachable(),
                                    broken,
                                    ASSEMBLY,
                                    changes,
                                    SHORT,
                                    System::nanoTime)
                            .ask(there.id(), Position.NONE, Question.of(() -> NEEDS, scene -> scene.standing(USER))))
                    .isInstanceOfSatisfying(UnavailableException.class, e -> assertThat(e.reason())
                            .isEqualTo(UnavailableException.Reason.DEPENDENCY_UNAVAILABLE));
        }
    }

    @Test
    void anAnnouncedChangeWakesAWaitingCheckAlsoAfterTheConnectionWasLost() throws Exception {
        AtomicReference<Jedis> connection = new AtomicReference<>();
        RedisConnections connections = connections(backends.redisUrl());
        try (ChangeSubscriber subscriber = new ChangeSubscriber(
                () -> {
                    Jedis made = connections.single();
                    connection.set(made);
                    return made;
                },
                changes,
                memory,
                new ChangeSubscriber.Timing(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofSeconds(10)))) {
            subscriber.start();
            wakeBy(SIX);
            Objects.requireNonNull(connection.get()).disconnect();
            wakeBy(new Position(7));
        }
    }

    /** Announces again and again, since nobody tells when the subscription stands. */
    private void wakeBy(Position position) throws Exception {
        CountDownLatch looked = new CountDownLatch(2);
        CachedSets cache = (id, needs, atLeast, extent) -> {
            looked.countDown();
            return inRedis().read(id, needs, atLeast, extent);
        };
        CompletableFuture<At<Standing>> waiting = CompletableFuture.supplyAsync(
                () -> read(cache, position, LONG), task -> Thread.ofVirtual().start(task));
        assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting).isNotDone();
        WorldKeys.mark(redis, tenant.id(), position, true);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!waiting.isDone() && System.nanoTime() < deadline) {
            WorldKeys.announce(redis, tenant.id(), position);
            Thread.onSpinWait();
        }
        assertThat(waiting.get(1, TimeUnit.SECONDS).position()).isEqualTo(position);
    }

    private At<Standing> read(CachedSets cache, Position needed, Patience patience) {
        StoredSets sql = new SqlSets(platform.snapshots());
        StoredSets counted = (id, needs) -> {
            storeReads.incrementAndGet();
            return sql.read(id, needs);
        };
        return new FreshScenes(cache, counted, ASSEMBLY, changes, patience, System::nanoTime)
                .ask(tenant.id(), needed, Question.of(() -> NEEDS, scene -> scene.standing(USER)));
    }

    private static Seen look(CachedSets sets) {
        return sets.read(tenant.id(), NEEDS, Position.NONE, CachedSets.Extent.FULL);
    }

    private static CachedSets inRedis() {
        return new RedisSets(redis, Duration.ofSeconds(1), System::nanoTime);
    }

    private static RedisConnections connections(URI url) {
        return new RedisConnections(url, Duration.ofMillis(500), 4);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
