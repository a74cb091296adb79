package io.neomt.testkit.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void returnsTheFirstWantedValue() {
        assertThat(Await.value("three", asked::incrementAndGet, value -> value == 3))
                .isEqualTo(3);
    }

    @Test
    void aPassedDeadlineNamesWhatWasAwaitedAndWhatWasThere() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Await.value("five", Duration.ofMillis(5), () -> 4, value -> value == 5))
                .withMessage("waited 5 ms for five; last: 4");
    }
}
