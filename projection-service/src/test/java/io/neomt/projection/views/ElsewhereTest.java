package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.connections.Residency;
import io.neomt.event.Position;
import io.neomt.projection.world.History;
import io.neomt.view.cache.CacheMarker;
import org.junit.jupiter.api.Test;

/** A process that serves one region keeps nothing of tenants of another. */
class ElsewhereTest {

    @Test
    void aTenantOfAnotherRegionGetsNeitherRowsNorKeysAndHoldsUpNothing() {
        try (Stage stage = new Stage(Residency.of("eu-west-1"))) {
            History history = stage.stored(1, 30);

            stage.deliver(history, 1, 30);
            stage.catchUp(history);

            RedisView view = RedisView.of(stage.redis, history.tenant());
            assertThat(stage.rows(history).position()).isEqualTo(Position.NONE);
            assertThat(view.marker()).isEqualTo(new CacheMarker(1, Position.NONE, false));
            assertThat(view.sets()).isEmpty();
            assertThat(stage.service.retried).isEmpty();
            assertThat(stage.service.parked).isEmpty();
        }
    }

    @Test
    void aTenantOfItsOwnRegionGetsAll() {
        try (Stage stage = new Stage(Residency.of("us-east-1"))) {
            History history = stage.stored(1, 30);

            stage.deliver(history, 1, 30);

            stage.assertViewsAreTheLog(history);
        }
    }
}
