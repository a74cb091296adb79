package io.neomt.query.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.connections.Tenant;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.query.At;
import io.neomt.query.Standing;
import io.neomt.query.cache.RedisSets;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.Checks;
import io.neomt.query.freshness.Seen;
import io.neomt.query.store.SqlSets;
import io.neomt.testkit.Seeds;
import io.neomt.testkit.permissions.Answer;
import io.neomt.testkit.permissions.Check;
import io.neomt.testkit.permissions.PermissionCase;
import io.neomt.testkit.permissions.PermissionCases;
import io.neomt.testkit.permissions.RandomWorlds;
import io.neomt.testkit.permissions.ReferenceEvaluator;
import io.neomt.testkit.permissions.World;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Redis and PostgreSQL, each by itself, answer every check as the reference evaluator does. */
class WorldPathsTest {

    private static final int WORLDS = 100;
    private static final int CHECKS = 40;

    private static TestBackends backends;
    private static UnifiedJedis redis;
    private static TestPlatform platform;
    private static Tenant tenant;

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
    void bothAnswerAsTheCasesSay() {
        for (PermissionCase example : PermissionCases.plain()) {
            List<Check> checks = example.checks().stream()
                    .map(PermissionCase.Expected::check)
                    .toList();
            Answers answers = answers(example.world(), checks);
            for (int i = 0; i < checks.size(); i++) {
                PermissionCase.Expected expected = example.checks().get(i);
                for (Decision decision : answers.to(i)) {
                    assertThat(decision.allowed())
                            .as("%s: %s", example, expected)
                            .isEqualTo(expected.allowed());
                    assertThat(decision.reason())
                            .as("%s: %s", example, expected)
                            .isEqualTo(expected.reason());
                }
            }
        }
    }

    @Test
    void bothAnswerAsTheReferenceEvaluatorDoesInRandomWorlds() {
        Set<String> reasons = new HashSet<>();
        long first = Seeds.first(WorldPathsTest.class);
        for (long seed = first; seed < first + WORLDS; seed++) {
            World world = RandomWorlds.plainWorld(seed);
            List<Check> checks = RandomWorlds.checks(seed, Set.of(), CHECKS);
            ReferenceEvaluator reference = new ReferenceEvaluator(world);
            Answers answers = answers(world, checks);
            for (int i = 0; i < checks.size(); i++) {
                Answer right = reference.answer(checks.get(i));
                reasons.add(right.reason());
                for (Decision decision : answers.to(i)) {
                    agree(decision, right, "seed %d: %s in %s".formatted(seed, checks.get(i), world));
                }
            }
        }
        assertThat(reasons).contains("granted", "denied", "not_granted", "user_unknown", "user_deactivated");
    }

    private static void agree(Decision decision, Answer right, String about) {
        assertThat(decision.allowed()).as(about).isEqualTo(right.allowed());
        assertThat(decision.reason()).as(about).isEqualTo(right.reason());
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

    private record Answers(List<Decision> fromRedis, List<Decision> fromPostgres) {
        List<Decision> to(int check) {
            return List.of(fromRedis.get(check), fromPostgres.get(check));
        }
    }

    private Answers answers(World world, List<Check> checks) {
        Position at = new Position(++position);
        platform.write(tenant, world, at);
        WorldKeys.write(redis, tenant.id(), world, at);
        List<CheckRequest> requests = checks.stream().map(Ids::request).toList();
        Set<UserId> users = Checks.usersOf(requests);
        return new Answers(
                Checks.decide(requests, fromRedis(tenant.id(), users, at)),
                Checks.decide(requests, fromPostgres(users, at)));
    }

    private static Map<UserId, Standing> fromRedis(TenantId id, Set<UserId> users, Position at) {
        Seen seen = new RedisSets(redis, Duration.ofSeconds(1), System::nanoTime).read(id, users, at);
        assertThat(seen).isInstanceOf(Seen.Found.class);
        At<Map<UserId, Standing>> sets = ((Seen.Found) seen).sets();
        assertThat(sets.position()).isEqualTo(at);
        return sets.value();
    }

    private static Map<UserId, Standing> fromPostgres(Set<UserId> users, Position at) {
        At<Map<UserId, Standing>> sets = new SqlSets(platform.snapshots()).read(tenant.id(), users);
        assertThat(sets.position()).isEqualTo(at);
        return sets.value();
    }
}
