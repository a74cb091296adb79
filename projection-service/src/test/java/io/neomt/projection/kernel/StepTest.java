package io.neomt.projection.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.projection.world.History;
import io.neomt.projection.world.Ids;
import io.neomt.projection.world.RandomHistory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {

    private static final History HISTORY = RandomHistory.of(Ids.tenant(1), 1, 10);

    @Test
    void whatIsAppliedAlreadyIsDropped() {
        assertThat(next(3, HISTORY.events(1, 5), 5)).isEqualTo(new Step.Apply(HISTORY.events(4, 5)));
        assertThat(next(5, HISTORY.events(1, 5), 5)).isEqualTo(new Step.Nothing());
        assertThat(next(9, HISTORY.events(1, 5), 5)).isEqualTo(new Step.Nothing());
    }

    @Test
    void anEventDeliveredTwiceCountsOnce() {
        List<EventEnvelope> twice = new ArrayList<>();
        HISTORY.events(1, 3).forEach(event -> twice.addAll(List.of(event, event)));

        assertThat(next(0, twice, 3)).isEqualTo(new Step.Apply(HISTORY.events(1, 3)));
    }

    @Test
    void aHoleBeforeTheFirstEventIsFetched() {
        assertThat(next(2, HISTORY.events(6, 8), 8)).isEqualTo(new Step.Fetch(new Position(5)));
    }

    @Test
    void eventsUpToAHoleAreAppliedFirst() {
        List<EventEnvelope> events = new ArrayList<>(HISTORY.events(1, 2));
        events.addAll(HISTORY.events(5, 6));

        assertThat(next(0, events, 6)).isEqualTo(new Step.Apply(HISTORY.events(1, 2)));
        assertThat(next(2, events, 6)).isEqualTo(new Step.Fetch(new Position(4)));
        assertThat(next(4, events, 6)).isEqualTo(new Step.Apply(HISTORY.events(5, 6)));
    }

    @Test
    void whatWasNotDeliveredAtTheEndIsFetched() {
        assertThat(next(2, HISTORY.events(1, 2), 9)).isEqualTo(new Step.Fetch(new Position(9)));
        assertThat(next(2, List.of(), 9)).isEqualTo(new Step.Fetch(new Position(9)));
    }

    @Test
    void nothingBeyondTheLimitIsApplied() {
        assertThat(next(0, HISTORY.events(1, 9), 4)).isEqualTo(new Step.Apply(HISTORY.events(1, 4)));
        assertThat(next(0, HISTORY.events(3, 9), 2)).isEqualTo(new Step.Fetch(new Position(2)));
    }

    @Test
    void oneStepTakesABoundedNumberOfEvents() {
        assertThat(Step.next(new Position(1), HISTORY.events(), new Position(10), 3))
                .isEqualTo(new Step.Apply(HISTORY.events(2, 4)));
        assertThat(Step.next(new Position(1), List.of(), new Position(10), 3))
                .isEqualTo(new Step.Fetch(new Position(4)));
        assertThat(Step.next(new Position(1), HISTORY.events(9, 10), new Position(10), 3))
                .isEqualTo(new Step.Fetch(new Position(4)));
    }

    private static Step next(long last, List<EventEnvelope> delivered, long limit) {
        return Step.next(new Position(last), delivered, new Position(limit), 1_000);
    }
}
