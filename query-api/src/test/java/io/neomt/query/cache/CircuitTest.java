package io.neomt.query.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
    private final Circuit circuit = new Circuit(Duration.ofNanos(100), now::get);

    @Test
    void aServerThatAnswersIsAsked() {
        assertThat(circuit.permits()).isTrue();
        circuit.succeeded();
        assertThat(circuit.permits()).isTrue();
    }

    @Test
    void aServerThatFailedIsLeftAloneForAWhile() {
        assertThat(circuit.failed()).isTrue();
        assertThat(circuit.permits()).isFalse();
        now.addAndGet(99);
        assertThat(circuit.permits()).isFalse();
    }

    @Test
    void afterAWhileOneTriesItForAll() {
        circuit.failed();
        now.addAndGet(100);
        assertThat(circuit.permits()).isTrue();
        assertThat(circuit.permits()).isFalse();
        circuit.succeeded();
        assertThat(circuit.permits()).isTrue();
    }

    @Test
    void onlyTheFirstFailureIsNews() {
        assertThat(circuit.failed()).isTrue();
        assertThat(circuit.failed()).isFalse();
        circuit.succeeded();
        assertThat(circuit.failed()).isTrue();
    }
}
