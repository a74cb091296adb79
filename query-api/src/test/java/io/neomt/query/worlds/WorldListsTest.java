package io.neomt.query.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.connections.Tenant;
import io.neomt.event.Position;
import io.neomt.event.UserId;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Instance;
import io.neomt.query.cache.RedisSets;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.lookup.Candidates;
import io.neomt.query.lookup.Entitled;
import io.neomt.query.lookup.Holding;
import io.neomt.query.lookup.Holding.Effectiveness;
import io.neomt.query.lookup.WhoCan;
import io.neomt.query.memory.Memory;
import io.neomt.query.scene.CachedSets;
import io.neomt.query.scene.Scenes;
import io.neomt.query.store.SqlCandidates;
import io.neomt.query.store.SqlSets;
import io.neomt.query.store.SqlUsers;
import io.neomt.testkit.Seeds;
import io.neomt.testkit.permissions.Check;
import io.neomt.testkit.permissions.World;
import io.neomt.view.cache.ChangeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Lists hold exactly what the reference evaluator says yes to when it is asked about each thing by itself. */
class WorldListsTest {

    private static final int WORLDS = 2_000;
    private static final int SIDE_BY_SIDE = 25;
    private static final int CHECKS = 3;
    private static final int ONE_OF = 113;
    private static final int ONE_OF_YES = 23;
    private static final int LARGEST_PART = 40;

    private static TestBackends backends;
    private static UnifiedJedis redis;
    private static TestPlatform platform;
    private static Tenant tenant;

    private final Memory memory = Paths.memory(new Unmetered());

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

    /** Each list on every path to a decision. */
    @Test
    void everyListHoldsWhatTheReferenceEvaluatorAllowsInRandomWorlds() {
        long first = Seeds.first(WorldListsTest.class);
        Random sizes = new Random(first);
        Candidates candidates = new SqlCandidates(platform.snapshots());
        AtomicInteger found = new AtomicInteger();
        AtomicLong position = new AtomicLong();
        Crowd.all(first, WORLDS, SIDE_BY_SIDE, CHECKS).forEach(crowd -> {
            RightLists right = new RightLists(crowd.world(), crowd.stored());
            Map<String, Scenes> paths = paths(crowd, new Position(position.incrementAndGet()));
            for (Question question : crowd.telling(ONE_OF, ONE_OF_YES)) {
                List<Entitlement> held = held(right, question);
                paths.forEach((path, scenes) -> {
                    String about = "%s: %s".formatted(path, question);
                    Searches searches = new Searches(
                            tenant, candidates, scenes, question.check().at(), () -> 1 + sizes.nextInt(LARGEST_PART));
                    found.addAndGet(whoCan(searches, right, question, about));
                    found.addAndGet(onWhat(searches, right, question, about));
                    holds(searches, right.world(), question.check().user(), held, about);
                });
            }
        });
        assertThat(found).hasValueGreaterThan(WORLDS);
    }

    private static int whoCan(Searches searches, RightLists right, Question question, String about) {
        WhoCan who =
                switch (question.request()) {
                    case CheckRequest.OfCode asked -> WhoCan.of(asked.code());
                    case CheckRequest.OnResource asked -> WhoCan.of(asked);
                };
        List<String> found = searches.users(who, user -> by(question.request(), user));
        assertThat(found).as(about).isEqualTo(right.users(question.check()));
        return found.size();
    }

    private static CheckRequest by(CheckRequest request, UserId user) {
        return switch (request) {
            case CheckRequest.OfCode asked -> new CheckRequest.OfCode(user, asked.code(), asked.attributes());
            case CheckRequest.OnResource asked ->
                new CheckRequest.OnResource(
                        user, asked.action(), asked.resource(), asked.described(), asked.attributes());
        };
    }

    /** What is said of one resource cannot be said of all, but for whose it is. */
    private static int onWhat(Searches searches, RightLists right, Question question, String about) {
        if (!(question.request() instanceof CheckRequest.OnResource asked)
                || (asked.described() == null && asked.attributes().resource() != null)) {
            return 0;
        }
        List<String> found = searches.resources(id -> new CheckRequest.OnResource(
                asked.user(),
                asked.action(),
                new Instance(asked.resource().type(), id),
                asked.described(),
                asked.attributes()));
        assertThat(found).as(about).isEqualTo(right.resources(question.check(), asked.described() != null));
        return found.size();
    }

    /** The user's own list, which must say of every code what is right. */
    private static List<Entitlement> held(RightLists right, Question question) {
        Check check = question.check();
        Optional<Entitled> found = new SqlUsers(platform.snapshots())
                .entitlements(tenant.id(), Ids.user(check.user()))
                .value();
        boolean blocked = !right.world().tenantStatus().equals(World.ACTIVE)
                || !found.map(Entitled::active).orElse(false);
        List<Entitlement> held = found.map(Entitled::entitlements).orElse(List.of());
        HeldList list = new HeldList(Holding.of(held, check.at(), blocked));
        for (String permission : HeldList.CODES) {
            Check asked = RightLists.of(check, permission);
            boolean allowed = right.allowed(asked);
            String about = "%s: %s".formatted(question.where(), asked);
            assertThat(list.allows(asked)).as(about).isEqualTo(allowed);
            assertThat(!allowed && list.says(Effectiveness.FULL, asked))
                    .as(about)
                    .isFalse();
            assertThat(allowed && list.says(Effectiveness.OVERRIDDEN, asked))
                    .as(about)
                    .isFalse();
        }
        return held;
    }

    /** Every path knows the same of the user, unless it need not since they are barred. */
    private static void holds(Searches searches, World world, String user, List<Entitlement> held, String about) {
        World.User found = world.users().get(user);
        boolean active = found != null
                && found.status().equals(World.ACTIVE)
                && world.tenantStatus().equals(World.ACTIVE);
        assertThat(HeldList.texts(searches.held(Ids.user(user))))
                .as(about + user)
                .isEqualTo(active ? HeldList.texts(held) : List.of());
    }

    /** Every way to a decision, by name. */
    private Map<String, Scenes> paths(Crowd crowd, Position at) {
        World world = crowd.world();
        platform.write(tenant, world, crowd.stored(), at);
        WorldKeys.write(redis, tenant.id(), WorldSets.of(world, crowd.stored(), at));
        memory.changed(ChangeMessage.everything(tenant.id(), at));
        CachedSets inRedis = new RedisSets(redis, Duration.ofSeconds(1), System::nanoTime);
        return Map.of(
                "postgres", Paths.within(world, Paths.through(new SqlSets(platform.snapshots()))),
                "redis", Paths.within(world, Paths.through(inRedis)),
                "memory", Paths.within(world, Paths.through(memory, inRedis, new Unmetered())));
    }
}
