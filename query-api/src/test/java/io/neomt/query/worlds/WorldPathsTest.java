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
import io.neomt.testkit.permissions.PermissionCase;
import io.neomt.testkit.permissions.PermissionCases;
import io.neomt.testkit.permissions.World;
import io.neomt.view.cache.ChangeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Memory, Redis and PostgreSQL, each by itself, answer every check as the reference evaluator does. */
class WorldPathsTest {

    private static final int WORLDS = 2_000;
    private static final int SIDE_BY_SIDE = 100;
    private static final int CHECKS = 12;
    private static final int ALONE = 200;

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
                    Decision decision = decide(
                                    checks, List.of(request), expected.check().at())
                            .getFirst();
                    String about = "%s: %s: %s".formatted(path, example, expected);
                    assertThat(decision.allowed()).as(about).isEqualTo(expected.allowed());
                    assertThat(decision.reason()).as(about).isEqualTo(expected.reason());
                    assertThat(decision.undecidable()).as(about).isEqualTo(expected.condition());
                });
            }
        }
    }

    /** Asked all at once, and some once more alone: what is read for one question is another thing than for many. */
    @Test
    void everyPathAnswersAsTheReferenceEvaluatorDoesInRandomWorlds() {
        Set<String> reasons = new HashSet<>();
        long first = Seeds.first(WorldPathsTest.class);
        Crowd.all(first, WORLDS, SIDE_BY_SIDE, CHECKS).forEach(crowd -> {
            Map<String, Checks> paths = paths(crowd.world(), crowd.stored());
            crowd.every(ALONE).forEach(question -> agree(paths, List.of(question)));
            crowd.moments().values().forEach(questions -> agree(paths, questions));
            crowd.questions().forEach(question -> reasons.add(question.right().reason()));
        });
        assertThat(reasons)
                .contains("granted", "denied", "not_granted", "condition_undecidable")
                .contains("user_unknown", "user_deactivated", "user_deleted", "tenant_suspended", "tenant_deleted");
        // of two times that memory is asked the second is a hit
        assertThat(meter.hits.sum()).isPositive().isGreaterThanOrEqualTo(meter.misses.sum());
    }

    /** @param questions of one moment */
    private static void agree(Map<String, Checks> paths, List<Question> questions) {
        Instant at = questions.getFirst().check().at();
        List<CheckRequest> requests = questions.stream().map(Question::request).toList();
        paths.forEach((path, checks) -> {
            List<Decision> decisions = decide(checks, requests, at);
            for (int i = 0; i < decisions.size(); i++) {
                agree(path, questions.get(i), decisions.get(i));
            }
        });
    }

    private static void agree(String path, Question question, Decision decision) {
        Answer right = question.right();
        Supplier<String> about = () -> "%s: %s".formatted(path, question);
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
                assertThat(right.allowed()).as(about).isFalse();
        }
    }

    private static List<Decision> decide(Checks checks, List<CheckRequest> requests, Instant at) {
        return requests.size() > 1
                ? checks.decide(tenant.id(), requests, at, _ -> Position.NONE).value()
                : List.of(checks.decide(tenant.id(), requests.getFirst(), at, _ -> Position.NONE)
                        .value());
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
