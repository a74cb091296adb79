package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.TenantId;
import io.neomt.projection.rebuild.Claim;
import io.neomt.projection.rebuild.Result;
import io.neomt.projection.store.Heads;
import io.neomt.projection.store.RebuildOrders;
import io.neomt.projection.store.RebuildRows;
import io.neomt.projection.world.History;
import io.neomt.projection.world.RandomHistory;
import io.neomt.testkit.backends.Await;
import io.neomt.view.cache.CacheKeys;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Operators have views made anew while the service runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuildsTest {

    private static final String PROJECTIONS = "/api/v1/admin/projections";
    private static final String SETS = PROJECTIONS + "/permissionsets/rebuilds";
    private static final String REBUILDS = PROJECTIONS + "/rebuilds";

    private RunningProjections running;

    @BeforeAll
    void open() {
        // or it might repair what is spoiled here before a rebuild finds it
        running = new RunningProjections("--neo.rebuild.reconcile-interval=1h");
    }

    @AfterAll
    void close() {
        running.close();
    }

    @Test
    void allSetsAreMadeAnewComparedTakenAndGoneBackFrom() {
        History first = stored(81);
        History second = stored(82);
        String spoiled = anyUser(second.tenant());
        running.redis.hset(spoiled, "s", "of old");
        JsonNode begun = running.operator().post(SETS, "{\"verify\":true}").path("rebuild");
        assertThat(begun.path("tenants").asLong()).isGreaterThanOrEqualTo(2);

        JsonNode done = ended(begun);
        assertThat(done.path("rebuild").path("state").asString()).isEqualTo("done");
        assertThat(done.path("rebuild").path("events_done").asLong())
                .isEqualTo(done.path("rebuild").path("events").asLong());
        assertThat(done.path("differing").valueStream().toList())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.path("tenant").asString())
                            .isEqualTo(second.tenant().toString());
                    assertThat(found.path("field").asString()).isEqualTo("s");
                    assertThat(found.path("running").asString()).isEqualTo("of old");
                });
        String generation = done.path("rebuild").path("generation").asString();
        assertThat(generation(first.tenant())).isEqualTo(generation);
        assertRight(first);
        assertRight(second);

        running.operator().post(REBUILDS + "/" + begun.path("id").asLong() + "/rollback");
        assertThat(ended(begun).path("rebuild").path("state").asString()).isEqualTo("gone_back");
        assertThat(generation(first.tenant())).isEqualTo("1");
        assertRight(first);
        assertThat(running.redis.hget(spoiled, "s")).isEqualTo("of old");
        Await.until("what is not used to be gone", () -> running.redis
                .keys("*" + first.tenant() + "*:g" + generation + ":*")
                .isEmpty());
    }

    @Test
    void aDryRunOfOneTenantChangesNothing() {
        History history = stored(83);
        String was = generation(history.tenant());
        JsonNode begun = running.operator()
                .post(SETS, "{\"dry_run\":true,\"tenant\":\"" + World.slug(history.tenant()) + "\"}")
                .path("rebuild");
        JsonNode done = ended(begun).path("rebuild");

        assertThat(done.path("tenants").asLong()).isOne();
        assertThat(done.path("differences").asLong(-1)).isZero();
        assertThat(generation(history.tenant())).isEqualTo(was);
        assertThat(running.operator()
                        .refusal(
                                "admin",
                                "POST",
                                REBUILDS + "/" + begun.path("id").asLong() + "/rollback"))
                .isEqualTo("409 WRONG_REBUILD_STATE");
    }

    @Test
    void everyViewIsMadeOfEachOfItsSources() {
        History history = RandomHistory.of(running.world.active(), 87, 120);
        running.world.store(history);
        running.topic.publish(history.events());
        awaitAll(history);
        for (String view : List.of("tenantschema", "permissionsets", "audit")) {
            for (String source : List.of("store", "topic")) {
                assertMadeAnew(history, view, source);
            }
        }
        assertRight(history);
    }

    private void assertMadeAnew(History history, String view, String source) {
        String body =
                "{\"verify\":true,\"from\":\"" + source + "\",\"tenant\":\"" + World.slug(history.tenant()) + "\"}";
        JsonNode begun = running.operator().post(PROJECTIONS + "/" + view + "/rebuilds", body);
        JsonNode done = ended(begun.path("rebuild")).path("rebuild");
        assertThat(done.path("state").asString()).as(view + " from " + source).isEqualTo("done");
        assertThat(done.path("source").asString()).isEqualTo(source);
        assertThat(done.hasNonNull("kept_until")).as("only sets are kept").isEqualTo(view.equals("permissionsets"));
        assertThat(done.path("differences").asLong(-1))
                .as(view + " from " + source)
                .isZero();
    }

    private void awaitAll(History history) {
        for (String view : List.of("permissionsets", "audit")) {
            String path = PROJECTIONS + "/" + view + "/tenants/" + history.tenant();
            Await.until(
                    view + " of " + history.tenant(),
                    () -> running.operator().get(path).path("position").asLong(0)
                            == history.head().value());
        }
    }

    @Test
    void whatAProcessLeavesIsGoneOnWithByAnother() {
        History history = stored(84);
        RebuildRows dead = rows(Duration.ofMillis(300));
        Claim claim = claimed(dead, history);

        assertThat(ended(running.operator().get(REBUILDS).path(0))
                        .path("rebuild")
                        .path("state")
                        .asString())
                .isEqualTo("done");
        assertThat(dead.renew(claim)).isFalse();
        assertThat(dead.record(claim, new Result.GoneBack(history.tenant(), 1))).isFalse();
        assertRight(history);
    }

    @Test
    void theSecondOfAViewIsRefusedUntilTheFirstIsAborted() {
        History history = stored(86);
        Claim claim = claimed(rows(Duration.ofMinutes(1)), history);
        HttpResponse<String> second = running.operator().send("admin", "POST", SETS, "");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("REBUILD_RUNNING", "the test");

        running.operator().post(REBUILDS + "/" + claim.id() + "/abort");
        assertThat(running.operator().refusal("admin", "POST", REBUILDS + "/" + claim.id() + "/abort"))
                .isEqualTo("409 WRONG_REBUILD_STATE");
        assertThat(ended(running.operator().post(SETS, "").path("rebuild"))
                        .path("rebuild")
                        .path("state")
                        .asString())
                .isEqualTo("done");
        assertRight(history);
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        Operator operator = running.operator();

        assertThat(operator.refusal("admin", "POST", PROJECTIONS + "/nonsense/rebuilds"))
                .isEqualTo("404 PROJECTION_NOT_FOUND");
        assertThat(operator.send("admin", "POST", SETS, "{\"tenant\":\"nobody\"}")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> nowhere = operator.send("admin", "POST", SETS, "{\"from\":\"nowhere\"}");
        assertThat(nowhere.statusCode()).isEqualTo(400);
        assertThat(nowhere.body()).contains("permissionsets is made from rows, store or topic");
        assertThat(operator.refusal("reader", "POST", SETS)).isEqualTo("403 FORBIDDEN");
        assertThat(operator.refusal("admin", "GET", REBUILDS + "/999999")).isEqualTo("404 REBUILD_NOT_FOUND");
        assertThat(operator.refusal("admin", "POST", REBUILDS + "/999999/abort"))
                .isEqualTo("404 REBUILD_NOT_FOUND");
    }

    private RebuildRows rows(Duration lease) {
        return new RebuildRows(running.world.admin, "dead", Set.of("permissionsets"), lease, Duration.ofHours(1));
    }

    /** A rebuild of one tenant that another process works at. */
    private Claim claimed(RebuildRows process, History history) {
        RebuildOrders orders = new RebuildOrders(running.world.admin, Duration.ofHours(1));
        while (true) {
            ended(running.operator().get(REBUILDS).path(0));
            orders.begin(
                    new RebuildOrders.Order("permissionsets", "rows", null, false, false, "the test"),
                    Map.of(history.tenant(), new Heads.Head(history.head(), "")));
            // the service that runs may have been quicker
            Optional<Claim> claim = process.claim();
            if (claim.isPresent()) {
                return claim.get();
            }
        }
    }

    private History stored(long seed) {
        History history = RandomHistory.of(running.world.active(), seed, 120);
        running.world.store(history);
        Await.until(
                "the views of " + history.tenant(),
                () -> RedisView.of(running.redis, history.tenant()).marker().covers(history.head()));
        return history;
    }

    private void assertRight(History history) {
        RedisView view = RedisView.of(running.redis, history.tenant());
        assertThat(view.marker().covers(history.head())).isTrue();
        assertThat(view.wrong(ExpectedSets.after(history.tenant(), history.events())))
                .isEmpty();
    }

    private JsonNode ended(JsonNode rebuild) {
        String path = REBUILDS + "/" + rebuild.path("id").asLong();
        if (rebuild.hasNonNull("id")) {
            Await.until("the end of rebuild " + path, () -> !running.operator()
                    .get(path)
                    .path("rebuild")
                    .path("state")
                    .asString()
                    .matches("running|going_back"));
            return running.operator().get(path);
        }
        return rebuild;
    }

    private String generation(TenantId tenant) {
        return String.valueOf(running.redis.hget(CacheKeys.meta(tenant), "generation"));
    }

    private String anyUser(TenantId tenant) {
        return running.redis.keys("*" + tenant + "*:user:*").stream()
                .sorted()
                .findFirst()
                .orElseThrow();
    }
}
