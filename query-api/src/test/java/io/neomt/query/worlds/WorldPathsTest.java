package io.neomt.query.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.connections.Tenant;
import io.neomt.event.Position;
import io.neomt.permission.Decision;
import io.neomt.query.cache.RedisSets;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.Checks;
import io.neomt.query.memory.Memory;
import io.neomt.query.scene.CachedSets;
import io.neomt.query.scene.Scenes;
import io.neomt.query.store.SqlSets;
import io.neomt.testkit.Seeds;
import io.neomt.testkit.permissions.Answer;
import io.neomt.testkit.permissions.Check;
import io.neomt.testkit.permissions.PermissionCase;
import io.neomt.testkit.permissions.PermissionCases;
import io.neomt.testkit.permissions.RandomWorlds;
import io.neomt.testkit.permissions.ReferenceEvaluator;
import io.neomt.testkit.permissions.World;
import io.neomt.testkit.permissions.World.Feature;
import io.neomt.view.cache.ChangeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Memory, Redis and PostgreSQL, each by itself, answer every check as the reference evaluator does. */
class WorldPathsTest {

    private static final int WORLDS = 60;
    private static final int CHECKS = 40;
    private static final Set<Feature> EVERYTHING = EnumSet.allOf(Feature.class);

    private static TestBackends backends;
    private static UnifiedJedis redis;
    private static TestPlatform platform;
    private static Tenant tenant;

    private final Unmetered meter = new Unmetered();
    private final Memory memory = Paths.memory(meter);
    private long position;

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

    @Test
    void everyPathAnswersAsTheCasesSay() {
        for (PermissionCase example : PermissionCases.all()) {
            Map<String, Checks> paths = paths(example.world(), Map.of());
            for (PermissionCase.Expected expected : example.checks()) {
                CheckRequest request = Requests.describing(expected.check());
                paths.forEach((path, checks) -> {
                    Decision decision = decide(checks, request, expected.check().at());
                    String about = "%s: %s: %s".formatted(path, example, expected);
                    assertThat(decision.allowed()).as(about).isEqualTo(expected.allowed());
                    assertThat(decision.reason()).as(about).isEqualTo(expected.reason());
                    assertThat(decision.undecidable()).as(about).isEqualTo(expected.condition());
                });
            }
        }
    }

    @Test
    void everyPathAnswersAsTheReferenceEvaluatorDoesInRandomWorlds() {
        Set<String> reasons = new HashSet<>();
        long first = Seeds.first(WorldPathsTest.class);
        for (long seed = first; seed < first + WORLDS; seed++) {
            World world = RandomWorlds.world(seed, EVERYTHING);
            Map<String, Stored> stored = Stored.random(seed);
            Map<String, Checks> paths = paths(world, stored);
            ReferenceEvaluator reference = new ReferenceEvaluator(world);
            for (Check check : RandomWorlds.checks(seed, EVERYTHING, CHECKS)) {
                Answer right = reference.answer(check);
                reasons.add(right.reason());
                agree(paths, Requests.describing(check), check, right, seed);
                Check known = Stored.known(check, stored);
                agree(paths, Requests.naming(check), known, reference.answer(known), seed);
            }
        }
        assertThat(reasons).contains("granted", "denied", "not_granted", "condition_undecidable", "user_unknown");
        assertThat(meter.hits.sum()).isGreaterThan(meter.misses.sum());
    }

    private static void agree(Map<String, Checks> paths, CheckRequest request, Check check, Answer right, long seed) {
        paths.forEach((path, checks) ->
                agree(decide(checks, request, check.at()), right, "seed %d: %s: %s".formatted(seed, path, check)));
    }

    private static void agree(Decision decision, Answer right, String about) {
        assertThat(decision.allowed()).as(about).isEqualTo(right.allowed());
        assertThat(decision.reason()).as(about).isEqualTo(right.reason());
        if (decision.undecidable() != null) {
            assertThat(right.conditions()).as(about).contains(decision.undecidable());
        }
        switch (decision) {
            case Decision.Allowed allowed ->
                assertThat(right.paths())
                        .as(about)
                        .contains(allowed.by().source().path());
            case Decision.Denied denied ->
                assertThat(right.paths())
                        .as(about)
                        .contains(denied.by().source().path());
            case Decision.NotGranted _, Decision.Blocked _ ->
                assertThat(right.allowed()).isFalse();
        }
    }

    private static Decision decide(Checks checks, CheckRequest request, Instant at) {
        return checks.decide(tenant.id(), List.of(request), at, _ -> Position.NONE)
                .value()
                .getFirst();
    }

    /** Every way to an answer about the world, by name; memory is asked what it has not yet and then what it has. */
    private Map<String, Checks> paths(World world, Map<String, Stored> stored) {
        Position at = new Position(++position);
        platform.write(tenant, world, stored, at);
        WorldKeys.write(redis, tenant.id(), WorldSets.of(world, stored, at));
        memory.changed(ChangeMessage.everything(tenant.id(), at));
        CachedSets inRedis = new RedisSets(redis, Duration.ofSeconds(1), System::nanoTime);
        Scenes inMemory = Paths.through(memory, inRedis, meter);
        Map<String, Checks> paths = new LinkedHashMap<>();
        paths.put("redis", checks(world, Paths.through(inRedis)));
        paths.put("postgres", checks(world, Paths.through(new SqlSets(platform.snapshots()))));
        paths.put("memory, perhaps", checks(world, inMemory));
        paths.put("memory, surely", checks(world, inMemory));
        return paths;
    }

    private static Checks checks(World world, Scenes scenes) {
        return new Checks(Paths.within(world, scenes));
    }
}
