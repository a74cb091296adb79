package io.neomt.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void whoWorkedForLongRestsForLongButNotForEver() throws InterruptedException {
        Pace pace = new Pace(0.5, pauses::add);
        pace.restAfter(Duration.ofMillis(10));
        pace.restAfter(Duration.ofMillis(80));
        pace.restAfter(Duration.ofMinutes(3));
        assertThat(pauses).containsExactly(Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofSeconds(1));
    }

    @Test
    void whoIsNotToRestIsNotHeldUp() throws InterruptedException {
        new Pace(0, pauses::add).restAfter(Duration.ofSeconds(3));
        assertThat(pauses).isEmpty();
    }
}
