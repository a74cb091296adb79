package io.neomt.provisioning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.DeploymentType;
import io.neomt.provisioning.plan.ConnectionChoice.Chosen;
import io.neomt.provisioning.plan.ConnectionChoice.NoneYet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionChoiceTest {

    private static final String US = "us-east-1";
    private static final RegisteredConnection GOOD = with("us-primary", Room.WIDE);

    @Test
    void aHealthyPrimaryOfTheRegionIsChosen() {
        RegisteredConnection replica = new RegisteredConnection("a-replica", US, true, false, true, true);
        RegisteredConnection elsewhere = new RegisteredConnection("a-eu", "eu-west-1", true, true, true, true);

        assertThat(chosen(DeploymentType.SCHEMA, replica, elsewhere, GOOD)).isEqualTo("us-primary");
    }

    @Test
    void theEmptiestIsChosenAndOfEquallyEmptyOnesTheFirstByNameWhateverTheOrder() {
        RegisteredConnection second = with("us-primary-2", Room.WIDE);
        RegisteredConnection half = with("a-half", new Room(false, true, 50, 100, 0, null));
        RegisteredConnection large = with("b-large", new Room(false, true, 0, 100, 60, 100L));

        assertThat(chosen(DeploymentType.SCHEMA, second, half, large, GOOD)).isEqualTo("us-primary");
        assertThat(chosen(DeploymentType.SCHEMA, GOOD, second)).isEqualTo("us-primary");
        assertThat(chosen(DeploymentType.SCHEMA, large, half)).isEqualTo("a-half");
    }

    @Test
    void aFullADrainingAndAnUnhealthyOneArePassedOver() {
        RegisteredConnection many = with("a", new Room(false, true, 10, 10, 0, null));
        RegisteredConnection large = with("b", new Room(false, true, 0, null, 100, 100L));
        RegisteredConnection draining = new RegisteredConnection("c", US, true, true, true, true, true, Room.WIDE);
        RegisteredConnection ill = new RegisteredConnection("d", US, true, true, true, false);

        assertThat(chosen(DeploymentType.SCHEMA, many, large, draining, ill, GOOD))
                .isEqualTo("us-primary");
    }

    @Test
    void eachDeploymentTypeFindsItsOwnKind() {
        RegisteredConnection dedicated = with("a-dedicated", new Room(true, true, 0, null, 0, null));
        RegisteredConnection schemasOnly = with("b-schemas", new Room(false, false, 0, null, 0, null));

        assertThat(chosen(DeploymentType.DEDICATED, dedicated, schemasOnly, GOOD))
                .isEqualTo("a-dedicated");
        assertThat(chosen(DeploymentType.DATABASE, dedicated, schemasOnly, GOOD))
                .isEqualTo("us-primary");
        assertThat(chosen(DeploymentType.SCHEMA, dedicated, schemasOnly, GOOD)).isEqualTo("b-schemas");
    }

    @Test
    void aDedicatedOneTakesOneTenantOnly() {
        RegisteredConnection taken = with("taken", new Room(true, true, 1, null, 0, null));

        assertThat(reason(DeploymentType.DEDICATED, taken)).contains("'taken' holds 1 of 1 tenants");
    }

    @Test
    void theReasonsSayWhyThisOneAndWhyNoOther() {
        RegisteredConnection full = with("a", new Room(false, true, 10, 10, 0, null));
        Chosen chosen = (Chosen) ConnectionChoice.choose(US, DeploymentType.SCHEMA, List.of(full, GOOD));

        assertThat(chosen.reasons())
                .containsExactly(
                        "it lies in region 'us-east-1'",
                        "it is healthy and takes tenants of deployment type 'schema'",
                        "it holds 0 tenants",
                        "no other one will do",
                        "'a' holds 10 of 10 tenants");
    }

    @Test
    void anUnknownRegionNamesItself() {
        assertThat(ConnectionChoice.choose("mars-1", List.of(GOOD)))
                .isEqualTo(new NoneYet("no primary database connection is registered for region 'mars-1'"));
    }

    @Test
    void whatIsInTheWayIsSaid() {
        assertThat(reason(DeploymentType.SCHEMA, new RegisteredConnection("c", US, false, true, true, true)))
                .contains("'c' lies in a region that is switched off");
        assertThat(reason(DeploymentType.SCHEMA, new RegisteredConnection("c", US, true, true, false, true)))
                .contains("'c' is switched off");
        assertThat(reason(DeploymentType.SCHEMA, new RegisteredConnection("c", US, true, true, true, false)))
                .contains("'c' is not healthy");
        assertThat(reason(DeploymentType.SCHEMA, new RegisteredConnection("c", US, true, false, true, true)))
                .contains("no primary database connection is registered");
    }

    private static RegisteredConnection with(String name, Room room) {
        return new RegisteredConnection(name, US, true, true, true, true, false, room);
    }

    private static String chosen(DeploymentType type, RegisteredConnection... among) {
        return ((Chosen) ConnectionChoice.choose(US, type, List.of(among))).connectionName();
    }

    private static String reason(DeploymentType type, RegisteredConnection only) {
        return ((NoneYet) ConnectionChoice.choose(US, type, List.of(only))).reason();
    }
}
