package io.neomt.command.grant;

import static io.neomt.command.SomeTenancy.NOW;
import static io.neomt.command.SomeTenancy.UNTIL_NOW;
import static io.neomt.command.SomeTenancy.UNTIL_TOMORROW;
import static io.neomt.command.SomeTenancy.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.command.Answers;
import io.neomt.command.SomeTenancy;
import io.neomt.command.grant.GrantCommand.AssignRoles;
import io.neomt.command.grant.GrantCommand.GrantPermission;
import io.neomt.command.grant.GrantCommand.RevokePermission;
import io.neomt.command.grant.GrantCommand.UnassignRoles;
import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.GivingRejection;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.Reference;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.Subject;
import io.neomt.event.Cause;
import io.neomt.event.Event;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMemberRemoved;
import io.neomt.event.TeamId;
import io.neomt.event.UserEvent;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserDeleted;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import io.neomt.testkit.DeciderSpecification;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrantDeciderTest {

    private static final UserId ANN = new UserId(Answers.id(1));
    private static final RoleId LEAD = new RoleId(Answers.id(2));
    private static final RoleId MEMBER = new RoleId(Answers.id(3));
    private static final RoleId NOWHERE = new RoleId(Answers.id(4));
    private static final GrantId FIRST = new GrantId(Answers.id(5));
    private static final GrantId SECOND = new GrantId(Answers.id(6));
    private static final TeamId TEAM = new TeamId(Answers.id(7));
    private static final Permission POSTS = SomeTenancy.grant("posts.read.own");
    private static final SomeTenancy TENANCY =
            new SomeTenancy().role(LEAD, "lead").role(MEMBER, "member");
    private static final UserCreated CREATED = new UserCreated(ANN, "ann", null, "Ann", "ann");
    private static final UserPermissionGranted GRANTED =
            new UserPermissionGranted(ANN, FIRST, "posts.read.own", Effect.ALLOW);

    private final DeciderSpecification<HolderState, GrantCommand, Event, RejectionCode> spec =
            new DeciderSpecification<>(
                    new HolderState.Absent(),
                    (state, command) -> Answers.of(GrantDecider.decide(state, command, TENANCY, SomeTenancy.FREE)),
                    (state, event) -> evolve(state, event));

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
                .thenRejected(GivingRejection.UNKNOWN_ROLE);
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

    @Test
    void otherTermsReplaceThoseOfAnAssignment() {
        spec.given(CREATED, new RoleAssigned(ANN, LEAD))
                .when(new AssignRoles(ANN, Map.of(LEAD, UNTIL_TOMORROW)))
                .then(new RoleAssigned(ANN, LEAD, UNTIL_TOMORROW));
    }

    @Test
    void aGrantOnOneResourceOrOnOtherTermsIsAnotherThing() {
        Permission limited = on(UNTIL_TOMORROW, POSTS);
        Permission onOne = new Permission(POSTS.pattern(), Effect.ALLOW, new Instance("post", "7"), Terms.NONE);
        spec.given(CREATED, GRANTED)
                .when(new GrantPermission(ANN, SECOND, limited))
                .then(new UserPermissionGranted(ANN, SECOND, limited));
        spec.given(CREATED, GRANTED)
                .when(new GrantPermission(ANN, SECOND, onOne))
                .then(new UserPermissionGranted(ANN, SECOND, onOne));
    }

    @Test
    void whatIsOverIsNotGivenAnymore() {
        spec.given(CREATED)
                .when(new AssignRoles(ANN, Map.of(LEAD, UNTIL_NOW)))
                .thenRejected(GivingRejection.INVALID_WINDOW);
        spec.given(CREATED)
                .when(new GrantPermission(ANN, FIRST, on(UNTIL_NOW, POSTS)))
                .thenRejected(GivingRejection.INVALID_WINDOW);
    }

    @Test
    void aDeletedUserReceivesNothing() {
        spec.given(CREATED, GRANTED, new UserDeleted(ANN))
                .when(grant(SECOND, Effect.ALLOW))
                .thenRejected(CommonRejection.USER_NOT_FOUND);
    }

    @Test
    void whatIsOverIsRecordedAndTheRestStays() {
        HolderState state = Stream.<Event>of(
                        CREATED,
                        GRANTED,
                        new RoleAssigned(ANN, LEAD, UNTIL_NOW),
                        new RoleAssigned(ANN, MEMBER, UNTIL_TOMORROW),
                        new UserPermissionGranted(ANN, SECOND, on(UNTIL_NOW, POSTS)),
                        new TeamMemberAdded(TEAM, ANN, "lead", UNTIL_NOW))
                .reduce(new HolderState.Absent(), GrantDeciderTest::evolve, (one, other) -> other);

        assertThat(state.due()).contains(NOW);
        assertThat(state.references()).containsExactly(new Reference(Reference.Kind.MEMBER, Subject.of(TEAM)));
        assertThat(GrantDecider.expire(state, NOW))
                .isEqualTo(Decision.accept(
                        new RoleUnassigned(ANN, LEAD, Cause.EXPIRED),
                        new UserPermissionRevoked(ANN, SECOND, Cause.EXPIRED),
                        new TeamMemberRemoved(TEAM, ANN, Cause.EXPIRED)));
    }

    private static HolderState evolve(HolderState state, Event event) {
        return switch (event) {
            case TeamMemberAdded e -> HolderChanges.join(state, e);
            case TeamMemberRemoved e -> HolderChanges.leave(state, e);
            default -> HolderChanges.evolve(state, (UserEvent) event);
        };
    }

    private static GrantPermission grant(GrantId id, Effect effect) {
        return new GrantPermission(ANN, id, new Permission(POSTS.pattern(), effect, null, Terms.NONE));
    }

    private static Set<RoleId> inOrder(RoleId... roles) {
        return new LinkedHashSet<>(List.of(roles));
    }
}
