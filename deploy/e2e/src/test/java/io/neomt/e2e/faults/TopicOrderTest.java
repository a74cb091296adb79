package io.neomt.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.e2e.faults.TopicReading.Published;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicOrderTest {

    private static final List<String> LOG = List.of("a", "b", "c", "d");

    @Test
    void theLogInItsOrderIsGood() {
        TopicOrder order = order(at(1, "a", 1), at(2, "b", 1), at(3, "c", 2), at(4, "d", 2));
        assertThat(order).isEqualTo(new TopicOrder(0, List.of()));
    }

    @Test
    void copiesMayComeAgainAndAreCounted() {
        TopicOrder order =
                order(at(1, "a", 1), at(2, "b", 1), at(1, "a", 2), at(2, "b", 2), at(3, "c", 2), at(3, "c", 1));
        assertThat(order).isEqualTo(new TopicOrder(3, List.of()));
    }

    @Test
    void aGapIsFound() {
        assertThat(order(at(1, "a", 1), at(3, "c", 1)).faults()).containsExactly("tenant t: 3 follows 1 on the topic");
    }

    @Test
    void whatComesTooLateIsFoundAsTheGapBeforeIt() {
        TopicOrder order = order(at(1, "a", 1), at(3, "c", 1), at(2, "b", 1), at(4, "d", 1));
        assertThat(order.faults()).containsExactly("tenant t: 3 follows 1 on the topic");
    }

    @Test
    void anotherEventThanTheLogsIsFound() {
        assertThat(order(at(1, "a", 1), at(2, "x", 1)).faults())
                .containsExactly("tenant t: 2 on the topic is not the log's event");
    }

    @Test
    void moreThanTheLogHasIsFound() {
        TopicOrder order = order(at(1, "a", 1), at(2, "b", 1), at(3, "c", 1), at(4, "d", 1), at(5, "e", 1));
        assertThat(order.faults()).containsExactly("tenant t: 5 on the topic is not the log's event");
    }

    @Test
    void aRelayThatHadLostItsLeaseIsFound() {
        assertThat(order(at(1, "a", 1), at(2, "b", 2), at(3, "c", 1)).faults())
                .containsExactly("tenant t: 3 was published under the lease 1 after others under 2");
    }

    private static TopicOrder order(Published... published) {
        return TopicOrder.of("t", List.of(published), LOG);
    }

    private static Published at(long sequence, String id, long epoch) {
        return new Published(sequence, id, epoch);
    }
}
