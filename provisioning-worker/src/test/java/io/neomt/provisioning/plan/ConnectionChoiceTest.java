package io.neomt.provisioning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.provisioning.plan.ConnectionChoice.Chosen;
import io.neomt.provisioning.plan.ConnectionChoice.NoneYet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionChoiceTest {

    private static final RegisteredConnection GOOD =
            new RegisteredConnection("us-primary", "us-east-1", true, true, true, true);

    @Test
    void theHealthyPrimaryOfTheRegionIsChosen() {
        RegisteredConnection replica = new RegisteredConnection("a-replica", "us-east-1", true, false, true, true);
        RegisteredConnection elsewhere = new RegisteredConnection("a-eu", "eu-west-1", true, true, true, true);

        assertThat(ConnectionChoice.choose("us-east-1", List.of(replica, elsewhere, GOOD)))
                .isEqualTo(new Chosen("us-primary"));
    }

    @Test
    void everyAttemptChoosesAlike() {
        RegisteredConnection second = new RegisteredConnection("us-primary-2", "us-east-1", true, true, true, true);

        assertThat(ConnectionChoice.choose("us-east-1", List.of(second, GOOD)))
                .isEqualTo(ConnectionChoice.choose("us-east-1", List.of(GOOD, second)))
                .isEqualTo(new Chosen("us-primary"));
    }

    @Test
    void anUnknownRegionWaitsWithAReason() {
        assertThat(ConnectionChoice.choose("mars-1", List.of(GOOD)))
                .isEqualTo(new NoneYet("no primary database connection is registered for region 'mars-1'"));
    }

    @Test
    void theReasonNamesWhatIsInTheWay() {
        assertThat(reason(new RegisteredConnection("c", "us-east-1", false, true, true, true)))
                .isEqualTo("region 'us-east-1' is switched off");
        assertThat(reason(new RegisteredConnection("c", "us-east-1", true, true, false, true)))
                .isEqualTo("every primary database connection of region 'us-east-1' is switched off");
        assertThat(reason(new RegisteredConnection("c", "us-east-1", true, true, true, false)))
                .isEqualTo("no primary database connection of region 'us-east-1' is healthy");
        assertThat(reason(new RegisteredConnection("c", "us-east-1", true, false, true, true)))
                .isEqualTo("no primary database connection is registered for region 'us-east-1'");
    }

    private static String reason(RegisteredConnection only) {
        return ((NoneYet) ConnectionChoice.choose("us-east-1", List.of(only))).reason();
    }
}
