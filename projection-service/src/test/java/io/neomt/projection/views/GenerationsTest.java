package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.Position;
import io.neomt.projection.rebuild.Blueprint;
import io.neomt.projection.rebuild.Difference;
import io.neomt.projection.rebuild.Observer;
import io.neomt.projection.rebuild.StoppedException;
import io.neomt.projection.world.History;
import io.neomt.projection.world.Ids;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CacheMarker;
import io.neomt.view.cache.SetNames;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sets are made anew beside those that are read, which go on meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GenerationsTest {

    private final Stage stage = new Stage();

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void queriesGoOverToTheNewGenerationAndBack() {
        History history = stage.stored(31, 300);
        stage.deliver(history, 1, 100);
        Found found = new Found();
        Blueprint.Made made = stage.service.blueprint.make(history.tenant(), 7, true, true, found);

        assertThat(found.differences).isEmpty();
        assertThat(made.position()).isEqualTo(new Position(100));
        assertThat(made.previous()).isEqualTo(CacheMarker.FIRST);
        assertThat(made.parts()).isPositive();

        stage.deliver(history, 101, 200);
        assertThat(stage.redis.hget(CacheKeys.meta(history.tenant()), "generation"))
                .isEqualTo("7");
        stage.service.blueprint.goBack(history.tenant(), CacheMarker.FIRST, found);
        stage.deliver(history, 201, 300);

        stage.assertViewsAreTheLog(history);
        stage.service.blueprint.drop(Map.of(history.tenant(), 7));
        assertThat(keysOf(history, 7)).isEmpty();
        stage.assertViewsAreTheLog(history);
    }

    @Test
    void theGenerationThatIsReadIsNeverDroppedNorFilledAgain() {
        History history = stage.stored(32, 100);
        stage.deliver(history, 1, 100);
        Blueprint.Made made = stage.service.blueprint.make(history.tenant(), 7, false, true, new Found());
        // as by a process that does not know that it has been done
        assertThat(stage.service
                        .blueprint
                        .make(history.tenant(), 7, false, true, new Found())
                        .previous())
                .isEqualTo(made.previous());
        stage.service.blueprint.drop(Map.of(history.tenant(), 7));

        stage.assertViewsAreTheLog(history, 7);
        stage.service.blueprint.drop(Map.of(history.tenant(), made.previous()));
        assertThat(keysOf(history, CacheMarker.FIRST)).isEmpty();
        stage.assertViewsAreTheLog(history, 7);
    }

    @Test
    void eachDifferenceIsNamedAndGoneAfterwards() {
        History history = stage.stored(33, 300);
        stage.deliver(history, 1, 300);
        String stray = SetNames.user(Ids.user(9_999));
        String user = anyKey(history, "user");
        String role = anyKey(history, "role");
        stage.redis.hset(CacheKeys.tenant(history.tenant()) + user, Map.of("s", "of old"));
        stage.redis.del(CacheKeys.tenant(history.tenant()) + role);
        stage.redis.hset(CacheKeys.tenant(history.tenant()) + stray, Map.of("v", "1", "s", "active"));

        Found dry = new Found();
        stage.service.blueprint.make(history.tenant(), 7, true, false, dry);
        assertThat(dry.differences)
                .anySatisfy(found -> {
                    assertThat(found.key()).isEqualTo(user);
                    assertThat(found.field()).isEqualTo("s");
                    assertThat(found.running()).isEqualTo("of old");
                    assertThat(found.rebuilt()).isNotNull();
                })
                .anySatisfy(found -> {
                    assertThat(found.key()).isEqualTo(role);
                    assertThat(found.running()).isNull();
                })
                .anySatisfy(found -> assertThat(found).isEqualTo(new Difference(stray, "s", "active", null)))
                .extracting(Difference::key)
                .containsOnly(user, role, stray);
        assertThat(stage.redis.hget(CacheKeys.meta(history.tenant()), "generation"))
                .isEqualTo("1");

        stage.service.blueprint.make(history.tenant(), 7, true, true, new Found());
        stage.assertViewsAreTheLog(history, 7);
    }

    @Test
    void aGenerationThatWasOvertakenAtTheLastMomentIsNotTakenBeforeItHasCaughtUp() {
        History history = stage.stored(36, 200);
        stage.deliver(history, 1, 100);
        stage.redis.hset(CacheKeys.tenant(history.tenant()) + anyKey(history, "user"), Map.of("s", "of old"));
        Observer overtaking = new Observer() {

            @Override
            public void differs(Difference difference) {
                stage.deliver(history, 101, 200);
            }

            @Override
            public void goOn() {
                // nobody stops it
            }
        };

        assertThat(stage.service
                        .blueprint
                        .make(history.tenant(), 7, true, true, overtaking)
                        .position())
                .isEqualTo(new Position(200));
        stage.assertViewsAreTheLog(history, 7);
    }

    @Test
    void whatIsStoppedChangesNothing() {
        History history = stage.stored(34, 100);
        stage.deliver(history, 1, 100);

        assertThatThrownBy(() -> stage.service.blueprint.make(history.tenant(), 7, true, true, new Found(() -> true)))
                .isInstanceOf(StoppedException.class);
        stage.assertViewsAreTheLog(history);
    }

    @Test
    void aFlushLosesBothAndTheNextTryMakesItWhole() {
        History history = stage.stored(35, 100);
        stage.deliver(history, 1, 100);
        stage.service.blueprint.make(history.tenant(), 7, false, true, new Found());
        RedisView.drop(stage.redis, history.tenant());
        stage.catchUp(history);

        stage.assertViewsAreTheLog(history);
        stage.service.blueprint.make(history.tenant(), 7, true, true, new Found());
        stage.assertViewsAreTheLog(history, 7);
    }

    private String anyKey(History history, String kind) {
        String start = CacheKeys.tenant(history.tenant());
        return stage.redis.keys(start.replace("{", "\\{").replace("}", "\\}") + kind + ":*").stream()
                .sorted()
                .findFirst()
                .orElseThrow()
                .substring(start.length());
    }

    private Set<String> keysOf(History history, int generation) {
        String start = CacheKeys.generation(history.tenant(), generation);
        Set<String> keys = stage.redis.keys(start.replace("{", "\\{").replace("}", "\\}") + "*");
        keys.removeIf(key -> key.equals(CacheKeys.meta(history.tenant()))
                || key.substring(start.length()).matches("g\\d+:.*"));
        return keys;
    }
}
