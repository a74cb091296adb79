package io.neomt.command.role;

import static io.neomt.command.SomeTenancy.unlimited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.command.Answers;
import io.neomt.command.SomeTenancy;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.role.RoleCommand.CreateRole;
import io.neomt.command.role.RoleCommand.DeleteRole;
import io.neomt.command.role.RoleCommand.SetRoleParents;
import io.neomt.command.role.RoleCommand.SetRolePermissions;
import io.neomt.command.role.RoleCommand.UpdateRole;
import io.neomt.event.Event;
import io.neomt.event.RoleEvent;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RoleParentRemoved;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleEvent.RoleUpdated;
import io.neomt.event.RoleId;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import io.neomt.testkit.DeciderSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoleDeciderTest {

    private static final RoleId ROLE = role(1);
    private static final RoleId PARENT = role(2);
    private static final RoleId GRANDPARENT = role(3);
    private static final RoleId NOWHERE = role(9);
    private static final RoleCreated CREATED = new RoleCreated(ROLE, "lead", "Leads");

    private final SomeTenancy tenancy =
            new SomeTenancy().role(PARENT, "member", GRANDPARENT).role(GRANDPARENT, "guest");
    private final DeciderSpecification<RoleState, RoleCommand, Event, RejectionCode> spec = new DeciderSpecification<>(
            new RoleState.Absent(),
            (state, command) -> Answers.of(decide(state, command)),
            (state, event) -> RoleChanges.evolve(state, (RoleEvent) event));

    @Test
    void aRoleIsCreatedWithPermissionsAndParents() {
        spec.given()
                .when(create("Leads", grants("posts.*.team", "users.read.own"), unlimited(PARENT)))
                .then(
                        CREATED,
                        new RolePermissionGranted(ROLE, "posts.*.team"),
                        new RolePermissionGranted(ROLE, "users.read.own"),
                        new RoleParentAdded(ROLE, PARENT));
    }

    @Test
    void anIdIsUsedOnceEvenAfterDeletion() {
        CreateRole again = create("", List.of(), Map.of());
        spec.given(CREATED).when(again).thenRejected(RoleRejection.ROLE_EXISTS);
        spec.given(CREATED, new RoleDeleted(ROLE)).when(again).thenRejected(RoleRejection.ROLE_EXISTS);
    }

    @Test
    void aRoleIsRenamedUnlessNothingChanges() {
        spec.given(CREATED).when(new UpdateRole(ROLE, "head", "Leads")).then(new RoleUpdated(ROLE, "head", "Leads"));
        spec.given(CREATED).when(new UpdateRole(ROLE, "lead", "Leads")).thenNothing();
    }

    @Test
    void theDifferenceOfPermissionsHappens() {
        spec.given(
                        CREATED,
                        new RolePermissionGranted(ROLE, "a.read.own"),
                        new RolePermissionGranted(ROLE, "b.read.own"))
                .when(new SetRolePermissions(ROLE, grants("b.read.own", "c.read.own")))
                .then(new RolePermissionGranted(ROLE, "c.read.own"), new RolePermissionRevoked(ROLE, "a.read.own"));
    }

    @Test
    void theSamePermissionsChangeNothing() {
        SetRolePermissions command = new SetRolePermissions(ROLE, grants("a.read.own"));
        spec.given(CREATED).when(command).thenAgainNothing(command);
    }

    @Test
    void theDifferenceOfParentsHappens() {
        spec.given(CREATED, new RoleParentAdded(ROLE, PARENT))
                .when(new SetRoleParents(ROLE, unlimited(GRANDPARENT)))
                .then(new RoleParentAdded(ROLE, GRANDPARENT), new RoleParentRemoved(ROLE, PARENT));
    }

    @Test
    void anUnknownParentIsRefused() {
        spec.given(CREATED)
                .when(new SetRoleParents(ROLE, unlimited(NOWHERE)))
                .thenRejected(RoleRejection.UNKNOWN_PARENT);
        spec.given().when(create("", List.of(), unlimited(NOWHERE))).thenRejected(RoleRejection.UNKNOWN_PARENT);
    }

    @Test
    void aParentThatWasDeletedMeanwhileMayStayAndMayGo() {
        spec.given(CREATED, new RoleParentAdded(ROLE, NOWHERE))
                .when(new SetRoleParents(ROLE, unlimited(NOWHERE)))
                .thenNothing();
        spec.given(CREATED, new RoleParentAdded(ROLE, NOWHERE))
                .when(new SetRoleParents(ROLE, unlimited()))
                .then(new RoleParentRemoved(ROLE, NOWHERE));
    }

    @Test
    void aRoleDoesNotInheritFromItself() {
        spec.given(CREATED).when(new SetRoleParents(ROLE, unlimited(ROLE))).thenRejected(RoleRejection.ROLE_CYCLE);
    }

    @Test
    void aCycleOverOthersIsRefusedWithItsPath() {
        tenancy.role(GRANDPARENT, "guest", ROLE);

        Decision decision = decide(
                RoleChanges.evolve(new RoleState.Absent(), CREATED), new SetRoleParents(ROLE, unlimited(PARENT)));

        assertThat(decision).isInstanceOfSatisfying(Decision.Rejected.class, rejected -> {
            assertThat(rejected.rejection().code()).isEqualTo(RoleRejection.ROLE_CYCLE);
            assertThat(rejected.rejection().details().get("path"))
                    .isEqualTo(List.of("lead", "member", "guest", "lead"));
        });
    }

    @Test
    void twoWaysToTheSameAncestorAreNoCycle() {
        spec.given(CREATED)
                .when(new SetRoleParents(ROLE, unlimited(PARENT, GRANDPARENT)))
                .then(new RoleParentAdded(ROLE, PARENT), new RoleParentAdded(ROLE, GRANDPARENT));
    }

    @Test
    void aRoleIsDeletedOnceAndIsGone() {
        spec.given(CREATED).when(new DeleteRole(ROLE)).then(new RoleDeleted(ROLE));
        spec.given(CREATED, new RoleDeleted(ROLE)).when(new DeleteRole(ROLE)).thenNothing();
        spec.given(CREATED, new RoleDeleted(ROLE))
                .when(new UpdateRole(ROLE, "head", ""))
                .thenRejected(RoleRejection.ROLE_NOT_FOUND);
        spec.given(CREATED, new RoleDeleted(ROLE))
                .when(new SetRolePermissions(ROLE, List.of()))
                .thenRejected(RoleRejection.ROLE_NOT_FOUND);
        spec.given(CREATED, new RoleDeleted(ROLE))
                .when(new SetRoleParents(ROLE, unlimited()))
                .thenRejected(RoleRejection.ROLE_NOT_FOUND);
    }

    @Test
    void whatWasNeverCreatedIsNotFound() {
        List<RoleCommand> commands = List.of(
                new UpdateRole(ROLE, "head", ""),
                new DeleteRole(ROLE),
                new SetRolePermissions(ROLE, List.of()),
                new SetRoleParents(ROLE, unlimited()));
        commands.forEach(command -> spec.given().when(command).thenRejected(RoleRejection.ROLE_NOT_FOUND));
    }

    @Test
    void aDeletedRoleGivesItsNameUp() {
        RoleState existing = RoleChanges.evolve(new RoleState.Absent(), CREATED);
        assertThat(existing.names()).hasSize(1);
        assertThat(RoleChanges.evolve(existing, new RoleDeleted(ROLE)).names()).isEmpty();
    }

    @Test
    void aNameIsLowerCase() {
        assertThatThrownBy(() -> new UpdateRole(ROLE, "Lead", "")).isInstanceOf(InvalidFieldException.class);
    }

    private Decision decide(RoleState state, RoleCommand command) {
        return RoleDecider.decide(state, command, tenancy, SomeTenancy.FREE);
    }

    private static CreateRole create(String description, List<Permission> permissions, Map<RoleId, Terms> parents) {
        return new CreateRole(ROLE, "lead", description, permissions, parents, null, false);
    }

    private static RoleId role(int number) {
        return new RoleId(Answers.id(number));
    }

    private static List<Permission> grants(String... patterns) {
        return Stream.of(patterns).map(SomeTenancy::grant).toList();
    }
}
