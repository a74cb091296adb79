package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.AccessEvent.AccessRevoked;
import io.neomt.event.Position;
import io.neomt.event.ResourceEvent.ResourceRegistered;
import io.neomt.event.ResourceEvent.ResourceRemoved;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.projection.world.History;
import io.neomt.projection.world.Ids;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CacheMarker;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sets that are lost, incomplete or of something else are made anew from the rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuildTest {

    private final Stage stage = new Stage();

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void flushedSetsAreMadeAnewFromTheRows() {
        History history = stage.stored(9, 200);
        stage.deliver(history, 1, 200);
        RedisView.drop(stage.redis, history.tenant());
        stage.catchUp(history);

        stage.assertViewsAreTheLog(history);
        assertThat(stage.service.rebuilt).contains("permissionsets");
    }

    @Test
    void setsFlushedBetweenTwoDeliveriesAreMadeAnewAtTheSecond() {
        History history = stage.stored(10, 200);
        stage.deliver(history, 1, 100);
        RedisView.drop(stage.redis, history.tenant());
        stage.deliver(history, 101, 200);

        stage.assertViewsAreTheLog(history);
    }

    @Test
    void aRebuildThatWasLeftUnfinishedIsDoneAgain() {
        History history = stage.stored(11, 100);
        stage.deliver(history, 1, 100);
        stage.redis.hset(CacheKeys.meta(history.tenant()), Map.of("complete", "0", "rebuild", "somebody who died"));
        stage.catchUp(history);

        stage.assertViewsAreTheLog(history);
    }

    @Test
    void setsOfAnotherHistoryGiveWayToTheRows() {
        History history = stage.stored(12, 60);
        stage.redis.hset(CacheKeys.meta(history.tenant()), new CacheMarker(1, new Position(900), true).toFields());
        stage.redis.hset(
                CacheKeys.user(history.tenant(), Ids.user(999)), Map.of("v", "900", "s", "active", "r", "", "d", "[]"));
        stage.deliver(history, 1, 60);

        stage.assertViewsAreTheLog(history);
    }

    @Test
    void setsOfAnOlderFormAreMadeAnew() {
        History history = stage.stored(14, 200);
        stage.deliver(history, 1, 200);
        stage.redis.hset(
                CacheKeys.user(history.tenant(), Ids.user(1)), Map.of("v", "200", "s", "active", "r", "", "d", "[]"));
        stage.redis.hset(CacheKeys.meta(history.tenant()), "complete", "1");
        stage.catchUp(history);

        stage.assertViewsAreTheLog(history);
    }

    @Test
    void whatGoesWhileTheSetsAreLostIsKnownAsGone() {
        Instance doc = new Instance("doc", "1");
        History history = History.of(
                stage.world.active(),
                new ResourceRegistered(doc, Ids.user(1), null, "{}"),
                new AccessGranted(
                        Ids.access(1),
                        Ids.tenant(9),
                        Ids.user(9),
                        Permission.grant(PermissionPattern.parse("docs.read.tenant"))),
                new ResourceRemoved(doc),
                new AccessRevoked(Ids.access(1)));
        stage.world.store(history);
        stage.deliver(history, 1, 2);
        stage.redis.hset(CacheKeys.meta(history.tenant()), "complete", "0");
        stage.deliver(history, 3, 4);

        stage.assertViewsAreTheLog(history);
        assertThat(stage.redis.hget(CacheKeys.resource(history.tenant(), doc), "s"))
                .isEqualTo("deleted");
    }

    @Test
    void manyUsersAndResourcesAreRebuiltInPieces() {
        History history = new History(stage.world.active());
        for (int i = 1; i <= 1_500; i++) {
            Instance doc = new Instance("doc", "number " + i);
            history.add(new ResourceRegistered(doc, null, null, "{}"));
            if (i % 3 == 0) {
                history.add(new ResourceRemoved(doc));
            }
        }
        for (int i = 1; i <= 2_500; i++) {
            history.add(new UserCreated(Ids.user(i), "user" + i, null, "User", "ext" + i));
        }
        stage.world.store(history);
        stage.catchUp(history);
        RedisView.drop(stage.redis, history.tenant());
        stage.catchUp(history);

        stage.assertViewsAreTheLog(history);
    }
}
