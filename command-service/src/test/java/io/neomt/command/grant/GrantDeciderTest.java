package io.neomt.command.grant;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.command.Answers;
import io.neomt.command.grant.GrantCommand.AssignRoles;
import io.neomt.command.grant.GrantCommand.GrantPermission;
import io.neomt.command.grant.GrantCommand.RevokePermission;
import io.neomt.command.grant.GrantCommand.UnassignRoles;
import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.RoleFacts;
import io.neomt.event.Event;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.UserEvent;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.permission.PermissionPattern;
import io.neomt.testkit.DeciderSpecification;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantDeciderTest {

    private static final UserId ANN = new UserId(Answers.id(1));
    private static final RoleId LEAD = new RoleId(Answers.id(2));
    private static final RoleId MEMBER = new RoleId(Answers.id(3));
    private static final RoleId NOWHERE = new RoleId(Answers.id(4));
    private static final GrantId FIRST = new GrantId(Answers.id(5));
    private static final GrantId SECOND = new GrantId(Answers.id(6));
    private static final UserCreated CREATED = new UserCreated(ANN, "ann", null, "Ann", "ann");
    private static final UserPermissionGranted GRANTED =
            new UserPermissionGranted(ANN, FIRST, "posts.read.own", Effect.ALLOW);

    private final DeciderSpecification<HolderState, GrantCommand, Event, RejectionCode> spec =
            new DeciderSpecification<>(
                    new HolderState.Absent(),
                    (state, command) -> Answers.of(GrantDecider.decide(state, command, GrantDeciderTest::role)),
                    (state, event) -> GrantDecider.evolve(state, (UserEvent) event));

    @Test
    void rolesAreAssignedAndTheSameOnesAgainChangeNothing() {
        AssignRoles both = new AssignRoles(ANN, inOrder(LEAD, MEMBER));
        spec.given(CREATED).when(both).then(new RoleAssigned(ANN, LEAD), new RoleAssigned(ANN, MEMBER));
        spec.given(CREATED).when(both).thenAgainNothing(both);
    }

    @Test
    void onlyWhatIsMissingIsAssigned() {
        spec.given(CREATED, new RoleAssigned(ANN, LEAD))
                .when(new AssignRoles(ANN, inOrder(LEAD, MEMBER)))
                .then(new RoleAssigned(ANN, MEMBER));
    }

    @Test
    void anUnknownRoleIsRefusedAndNothingOfTheCommandHappens() {
        spec.given(CREATED)
                .when(new AssignRoles(ANN, inOrder(LEAD, NOWHERE)))
                .thenRejected(GrantRejection.UNKNOWN_ROLE);
    }

    @Test
    void rolesAreUnassignedAndThoseNotHeldAreLeft() {
        UnassignRoles both = new UnassignRoles(ANN, inOrder(LEAD, MEMBER));
        spec.given(CREATED, new RoleAssigned(ANN, MEMBER)).when(both).then(new RoleUnassigned(ANN, MEMBER));
        spec.given(CREATED).when(both).thenNothing();
    }

    @Test
    void aRoleThatWasDeletedMeanwhileCanBeUnassigned() {
        spec.given(CREATED, new RoleAssigned(ANN, NOWHERE))
                .when(new UnassignRoles(ANN, Set.of(NOWHERE)))
                .then(new RoleUnassigned(ANN, NOWHERE));
    }

    @Test
    void aPermissionIsGranted() {
        spec.given(CREATED).when(grant(FIRST, Effect.ALLOW)).then(GRANTED);
    }

    @Test
    void grantingTwiceChangesNothing() {
        spec.given(CREATED, GRANTED).when(grant(SECOND, Effect.ALLOW)).thenNothing();
    }

    @Test
    void aDenialOfTheSamePermissionIsAnotherThing() {
        spec.given(CREATED, GRANTED)
                .when(grant(SECOND, Effect.DENY))
                .then(new UserPermissionGranted(ANN, SECOND, "posts.read.own", Effect.DENY));
    }

    @Test
    void aGrantIsRevokedAndThenIsGone() {
        spec.given(CREATED, GRANTED).when(new RevokePermission(ANN, FIRST)).then(new UserPermissionRevoked(ANN, FIRST));
        spec.given(CREATED, GRANTED, new UserPermissionRevoked(ANN, FIRST))
                .when(new RevokePermission(ANN, FIRST))
                .thenRejected(GrantRejection.GRANT_NOT_FOUND);
    }

    @Test
    void aDeactivatedUserStillReceives() {
        spec.given(CREATED, new UserDeactivated(ANN))
                .when(new AssignRoles(ANN, Set.of(LEAD)))
                .then(new RoleAssigned(ANN, LEAD));
    }

    @Test
    void nobodyElseIsThere() {
        List<GrantCommand> commands = List.of(
                new AssignRoles(ANN, Set.of(LEAD)),
                new UnassignRoles(ANN, Set.of(LEAD)),
                grant(FIRST, Effect.ALLOW),
                new RevokePermission(ANN, FIRST));
        commands.forEach(command -> spec.given().when(command).thenRejected(CommonRejection.USER_NOT_FOUND));
    }

    @Test
    void atLeastOneRoleIsNamed() {
        assertThatThrownBy(() -> new AssignRoles(ANN, Set.of())).isInstanceOf(InvalidFieldException.class);
    }

    private static GrantPermission grant(GrantId id, Effect effect) {
        return new GrantPermission(ANN, id, PermissionPattern.parse("posts.read.own"), effect);
    }

    private static Set<RoleId> inOrder(RoleId... roles) {
        return new LinkedHashSet<>(List.of(roles));
    }

    private static Optional<RoleFacts> role(RoleId id) {
        return id.equals(NOWHERE) ? Optional.empty() : Optional.of(new SomeRole(id));
    }

    private record SomeRole(RoleId id) implements RoleFacts {
        @Override
        public String name() {
            return "some";
        }

        @Override
        public Set<PermissionPattern> permissions() {
            return Set.of();
        }

        @Override
        public Set<RoleId> parents() {
            return Set.of();
        }
    }
}
