package io.neomt.provisioning.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.view.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuccessionTest {

    private static final Region EU = new Region("eu-west-1");
    private static final Health WELL = new Health(true, null, true, 0, 2, null);
    private static final Health OFF = new Health(false, DisabledBy.HEALTH, false, 3, 0, "x");

    private final Member lost = member("old", OFF, Servers.facts(1, false));

    @Test
    void aPromotedStandbyTakesThePlaceOfAWriterThatIsSwitchedOff() {
        Member promoted = member("new", WELL, Servers.facts(2, false));

        assertThat(Succession.successor(lost, List.of(promoted))).hasValue(promoted);
    }

    @Test
    void aStandbyThatStillFollowsDoesNot() {
        assertThat(Succession.successor(lost, List.of(member("new", WELL, Servers.facts(1, true)))))
                .isEmpty();
    }

    @Test
    void nobodyTakesThePlaceOfAWriterThatIsUsedOrWasSwitchedOffByAPerson() {
        Member promoted = member("new", WELL, Servers.facts(2, false));
        Health shaken = new Health(true, null, false, 1, 0, "x");
        Health byHand = new Health(false, DisabledBy.OPERATOR, true, 0, 2, null);

        assertThat(Succession.successor(member("old", shaken, Servers.facts(1, false)), List.of(promoted)))
                .isEmpty();
        assertThat(Succession.successor(member("old", byHand, Servers.facts(1, false)), List.of(promoted)))
                .isEmpty();
    }

    @Test
    void anOldWriterThatComesBackIsOfAnEarlierTimelineAndTakesNoPlaceAgain() {
        Member writer = member("new", OFF, Servers.facts(2, false));
        Member fenced = member("old", new Health(false, DisabledBy.FENCED, true, 0, 2, null), Servers.facts(1, false));

        assertThat(Succession.successor(writer, List.of(fenced))).isEmpty();
    }

    @Test
    void aServerOfAnotherRegionOrWithOtherRowsOrThatIsUnwellDoesNot() {
        Member elsewhere =
                new Member("us", ConnectionType.REPLICA, new Region("us-east-1"), WELL, Servers.facts(2, false));
        ServerFacts strange = new ServerFacts(170_002, "43", 2, false, null, 1, null, true, true);
        Member unwell = member("ill", OFF, Servers.facts(2, false));
        Member unknown = member("new", WELL, null);

        assertThat(Succession.successor(lost, List.of(elsewhere, member("other", WELL, strange), unwell, unknown)))
                .isEmpty();
    }

    private static Member member(String name, Health health, @Nullable ServerFacts facts) {
        return new Member(name, ConnectionType.REPLICA, EU, health, facts);
    }
}
