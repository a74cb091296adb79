package io.neomt.provisioning.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.provisioning.run.Outcome.Blocked;
import io.neomt.provisioning.run.Outcome.Interrupted;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void anInterruptionIsTriedAgainSoonAndThenLessOften() {
        Interrupted interrupted = new Interrupted("x");

        assertThat(BackOff.after(interrupted, 1)).isEqualTo(Duration.ofMillis(200));
        assertThat(BackOff.after(interrupted, 3)).isEqualTo(Duration.ofMillis(800));
        assertThat(BackOff.after(interrupted, 1_000_000)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatSomebodyHasToMendIsTriedLessOftenButForEver() {
        Blocked blocked = new Blocked("x");

        assertThat(BackOff.after(blocked, 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(BackOff.after(blocked, 2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(BackOff.after(blocked, Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }
}
