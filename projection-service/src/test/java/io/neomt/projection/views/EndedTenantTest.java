package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.Position;
import io.neomt.event.TenantEvent.TenantPurged;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.TrackStatus;
import io.neomt.projection.store.Heads;
import io.neomt.projection.world.History;
import io.neomt.view.cache.CacheKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What becomes of the views of a tenant that nobody may use any more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndedTenantTest {

    private final Stage stage = new Stage();

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void aTenantThatNobodyMayUseIsKeptUpToDateSinceItMayComeBack() {
        History history = stage.stored(41, 60);
        stage.deliver(history, 1, 20);
        for (String status : List.of("suspended", "deprovisioning", "deleted")) {
            stage.world.status(history.tenant(), status);
            long last = history.head().value();
            stage.deliver(history, 1, last / 2);
        }
        stage.deliver(history, 1, history.head().value());

        stage.assertViewsAreTheLog(history);
    }

    @Test
    void ofAPurgedTenantNothingIsLeftAndNothingComesBack() {
        History history = stage.stored(42, 60);
        stage.deliver(history, 1, 60);
        stage.redis.set("tenant:{" + history.tenant() + "}:g2:meta", "of another generation");
        assertThat(keys(history.tenant())).isNotEmpty();
        stage.world.purge(history.tenant());
        history.add(new TenantPurged(history.tenant(), List.of()));
        stage.world.store(history);
        stage.deliver(history, 61, 61);
        assertThat(keys(history.tenant())).isEmpty();

        stage.catchUp(history);
        stage.deliver(history, 1, 60);
        stage.service.engine.retry(history.tenant());
        assertThat(keys(history.tenant())).isEmpty();
    }

    @Test
    void eventsOfATenantThatIsBeingPurgedWaitForItsEndWithoutAlarm() {
        History history = stage.stored(45, 60);
        stage.deliver(history, 1, 20);
        stage.world.status(history.tenant(), "purged");
        stage.deliver(history, 21, 60);
        stage.catchUp(history);

        assertThat(stage.service.engine.statuses(history.tenant()))
                .allMatch(status -> status.state() == TrackStatus.State.RUNNING);
        assertThat(stage.rows(history).position()).isEqualTo(new Position(20));
    }

    @Test
    void whoeverIsPurgedOrNotMadeYetIsNotSurveyed() {
        History active = stage.stored(43, 3);
        History purged = stage.stored(44, 3);
        TenantId requested = stage.world.request();
        History notYet = History.of(requested, new TenantPurged(requested, List.of()));
        stage.world.store(notYet);
        stage.world.purge(purged.tenant());

        Map<TenantId, Heads.Head> heads = new Heads(stage.world.admin).all();
        assertThat(heads).containsKey(active.tenant()).doesNotContainKeys(purged.tenant(), requested);
    }

    private List<String> keys(TenantId tenant) {
        List<String> keys = new ArrayList<>();
        stage.redis.scanIteration(10_000, CacheKeys.everyKeyOf(tenant)).collect(keys);
        return keys;
    }
}
