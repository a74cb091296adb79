package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.projection.world.History;
import io.neomt.projection.world.Ids;
import io.neomt.projection.world.RandomHistory;
import io.neomt.testkit.backends.Await;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.SetNames;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What nobody's event has changed is found and put right without anybody's help. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconcilerTest {

    private RunningProjections running;

    @BeforeAll
    void open() {
        running = new RunningProjections("--neo.rebuild.reconcile-interval=50ms");
    }

    @AfterAll
    void close() {
        running.close();
    }

    @Test
    void aSetThatNobodyMadeGoes() {
        History history = stored(101);
        String start = CacheKeys.generation(history.tenant(), generation(history));
        running.redis.hset(start + SetNames.user(Ids.user(9_999)), Map.of("v", "1", "s", "active"));

        Await.until("the sets to be right", () -> isRight(history));
        assertThat(metric("projection_reconcile_drifted_total{projection=\"permissionsets\"}"))
                .isPositive();
    }

    @Test
    void rowsThatSomebodyChangedAreMadeRightWithTheirSets() {
        History history = stored(102);
        running.world
                .schema(history.tenant())
                .write(dsl -> dsl.execute("UPDATE users SET status = 'deactivated' WHERE status = 'active'"));
        // so that the sets are made from the wrong rows
        running.redis.hset(CacheKeys.meta(history.tenant()), "complete", "0");

        Await.until("the sets to be right", () -> isRight(history));
        assertThat(metric("projection_reconcile_drifted_total{projection=\"tenantschema\"}"))
                .isPositive();
    }

    private int generation(History history) {
        return RedisView.of(running.redis, history.tenant()).marker().generation();
    }

    private History stored(long seed) {
        History history = RandomHistory.of(running.world.active(), seed, 120);
        running.world.store(history);
        Await.until("the views of " + history.tenant(), () -> isRight(history));
        return history;
    }

    private boolean isRight(History history) {
        RedisView view = RedisView.of(running.redis, history.tenant());
        return view.marker().covers(history.head())
                && view.wrong(ExpectedSets.after(history.tenant(), history.events()))
                        .isEmpty();
    }

    private double metric(String name) {
        return running.operator()
                .send("admin", "GET", "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
