package io.neomt.migration.plan.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.migration.plan.fleet.Threshold.Tally;
import org.junit.jupiter.api.Test;

class ThresholdTest {

    private final Threshold threshold = new Threshold(Policy.DEFAULT);

    @Test
    void nothingMayFailInACarefulWave() {
        assertThat(threshold.reached(new Tally(true, 100, 0, 0))).isEmpty();
        assertThat(threshold.reached(new Tally(true, 100, 1, 0))).isPresent();
    }

    @Test
    void laterAShareIsToleratedThatIsNotOneAfterTheOther() {
        assertThat(threshold.reached(new Tally(false, 1_000, 20, 4))).isEmpty();
        assertThat(threshold.reached(new Tally(false, 1_000, 21, 0)))
                .hasValueSatisfying(why -> assertThat(why).contains("21 of 1000"));
        assertThat(threshold.reached(new Tally(false, 1_000, 5, 5)))
                .hasValueSatisfying(why -> assertThat(why).contains("one after the other"));
    }
}
