package io.neomt.provisioning.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.provisioning.registry.Probed.Failed;
import io.neomt.provisioning.registry.Probed.Problem;
import io.neomt.provisioning.registry.Probed.Reached;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final Probed ANSWERS = new Reached(Servers.facts(1, false));
    private static final Probed FAILS = new Failed(Problem.UNREACHABLE, "nobody is there");
    private static final Health WELL = new Health(true, null, true, 0, 2, null);

    @Test
    void oneFailureTurnsItUnhealthyAndTooManyInARowSwitchItOff() {
        Health once = WELL.after(FAILS, 3);
        assertThat(once).isEqualTo(new Health(true, null, false, 1, 0, "UNREACHABLE: nobody is there"));

        Health thrice = once.after(FAILS, 3).after(FAILS, 3);
        assertThat(thrice.active()).isFalse();
        assertThat(thrice.disabledBy()).isEqualTo(DisabledBy.HEALTH);
        assertThat(thrice.failures()).isEqualTo(3);
    }

    @Test
    void aSuccessBetweenFailuresBeginsTheCountAnew() {
        Health shaken = WELL.after(FAILS, 3).after(FAILS, 3).after(ANSWERS, 3).after(FAILS, 3);

        assertThat(shaken.active()).isTrue();
        assertThat(shaken.failures()).isEqualTo(1);
    }

    @Test
    void whatTheChecksSwitchedOffTheySwitchOnAgainAfterTwoSuccesses() {
        Health off = WELL.after(FAILS, 1);

        assertThat(off.after(ANSWERS, 1).active()).isFalse();
        assertThat(off.after(ANSWERS, 1).after(FAILS, 1).after(ANSWERS, 1).active())
                .isFalse();
        assertThat(off.after(ANSWERS, 1).after(ANSWERS, 1)).isEqualTo(new Health(true, null, true, 0, 2, null));
    }

    @Test
    void whatWasFencedOrSwitchedOffByAPersonStaysOff() {
        for (DisabledBy by : new DisabledBy[] {DisabledBy.OPERATOR, DisabledBy.FENCED}) {
            Health off = new Health(false, by, false, 9, 0, "x");

            Health later = off.after(ANSWERS, 3).after(ANSWERS, 3).after(ANSWERS, 3);

            assertThat(later.active()).isFalse();
            assertThat(later.disabledBy()).isEqualTo(by);
        }
    }
}
