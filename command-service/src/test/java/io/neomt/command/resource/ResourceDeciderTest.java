package io.neomt.command.resource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.command.Answers;
import io.neomt.command.SomeTenancy;
import io.neomt.command.kernel.GivingRejection;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.resource.ResourceCommand.RegisterResource;
import io.neomt.command.resource.ResourceCommand.RemoveResource;
import io.neomt.event.Event;
import io.neomt.event.ResourceEvent;
import io.neomt.event.ResourceEvent.ResourceRegistered;
import io.neomt.event.ResourceEvent.ResourceRemoved;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.testkit.DeciderSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceDeciderTest {

    private static final Instance DOC = new Instance("doc", "7");
    private static final UserId ANN = new UserId(Answers.id(1));
    private static final TeamId DB = new TeamId(Answers.id(2));
    private static final ResourceRegistered REGISTERED = new ResourceRegistered(DOC, ANN, DB, "{}");

    private final SomeTenancy tenancy = new SomeTenancy().user(ANN, Map.of()).team(DB, "db", null);
    private final DeciderSpecification<ResourceState, ResourceCommand, Event, RejectionCode> spec =
            new DeciderSpecification<>(
                    new ResourceState.Absent(),
                    (state, command) -> Answers.of(ResourceDecider.decide(state, command, tenancy)),
                    (state, event) -> ResourceDecider.evolve((ResourceEvent) event));

    @Test
    void aResourceIsRegisteredAndRegisteredOtherwise() {
        RegisterResource command = new RegisterResource(DOC, ANN, DB, "{}");
        spec.given().when(command).then(REGISTERED);
        spec.given().when(command).thenAgainNothing(command);
        spec.given(REGISTERED)
                .when(new RegisterResource(DOC, null, null, "{\"a\":1}"))
                .then(new ResourceRegistered(DOC, null, null, "{\"a\":1}"));
    }

    @Test
    void ownerAndTeamAreThere() {
        spec.given()
                .when(new RegisterResource(DOC, new UserId(Answers.id(9)), null, "{}"))
                .thenRejected(GivingRejection.UNKNOWN_USER);
        spec.given()
                .when(new RegisterResource(DOC, null, new TeamId(Answers.id(9)), "{}"))
                .thenRejected(GivingRejection.UNKNOWN_TEAM);
    }

    @Test
    void aResourceIsRemovedOnceAndMayComeBack() {
        RemoveResource command = new RemoveResource(DOC);
        spec.given(REGISTERED).when(command).then(new ResourceRemoved(DOC));
        spec.given(REGISTERED, new ResourceRemoved(DOC))
                .when(command)
                .thenRejected(ResourceRejection.RESOURCE_NOT_FOUND);
        spec.given(REGISTERED, new ResourceRemoved(DOC))
                .when(new RegisterResource(DOC, ANN, DB, "{}"))
                .then(REGISTERED);
    }

    @Test
    void propertiesHaveABoundedSize() {
        String large = "{\"a\":\"" + "é".repeat(8 * 1024) + "\"}";
        assertThatThrownBy(() -> new RegisterResource(DOC, null, null, large))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("at most 16384 bytes");
    }
}
