package io.neomt.command.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.command.Answers;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.RoleFacts;
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
import io.neomt.permission.PermissionPattern;
import io.neomt.testkit.DeciderSpecification;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleDeciderTest {

    private static final RoleId ROLE = role(1);
    private static final RoleId PARENT = role(2);
    private static final RoleId GRANDPARENT = role(3);
    private static final RoleId NOWHERE = role(9);
    private static final RoleCreated CREATED = new RoleCreated(ROLE, "lead", "Leads");

    private final Map<RoleId, RoleFacts> others = new LinkedHashMap<>();
    private final DeciderSpecification<RoleState, RoleCommand, Event, RejectionCode> spec = new DeciderSpecification<>(
            new RoleState.Absent(),
            (state, command) -> Answers.of(decide(state, command)),
            (state, event) -> RoleDecider.evolve(state, (RoleEvent) event));

    RoleDeciderTest() {
        put(PARENT, "member", Set.of(GRANDPARENT));
        put(GRANDPARENT, "guest", Set.of());
    }

    @Test
    void aRoleIsCreatedWithPermissionsAndParents() {
        spec.given()
                .when(new CreateRole(ROLE, "lead", "Leads", patterns("posts.*.team", "users.read.own"), Set.of(PARENT)))
                .then(
                        CREATED,
                        new RolePermissionGranted(ROLE, "posts.*.team"),
                        new RolePermissionGranted(ROLE, "users.read.own"),
                        new RoleParentAdded(ROLE, PARENT));
    }

    @Test
    void anIdIsUsedOnceEvenAfterDeletion() {
        CreateRole again = new CreateRole(ROLE, "lead", "", Set.of(), Set.of());
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
                .when(new SetRolePermissions(ROLE, patterns("b.read.own", "c.read.own")))
                .then(new RolePermissionRevoked(ROLE, "a.read.own"), new RolePermissionGranted(ROLE, "c.read.own"));
    }

    @Test
    void theSamePermissionsChangeNothing() {
        SetRolePermissions command = new SetRolePermissions(ROLE, patterns("a.read.own"));
        spec.given(CREATED).when(command).thenAgainNothing(command);
    }

    @Test
    void theDifferenceOfParentsHappens() {
        spec.given(CREATED, new RoleParentAdded(ROLE, PARENT))
                .when(new SetRoleParents(ROLE, Set.of(GRANDPARENT)))
                .then(new RoleParentRemoved(ROLE, PARENT), new RoleParentAdded(ROLE, GRANDPARENT));
    }

    @Test
    void anUnknownParentIsRefused() {
        spec.given(CREATED).when(new SetRoleParents(ROLE, Set.of(NOWHERE))).thenRejected(RoleRejection.UNKNOWN_PARENT);
        spec.given()
                .when(new CreateRole(ROLE, "lead", "", Set.of(), Set.of(NOWHERE)))
                .thenRejected(RoleRejection.UNKNOWN_PARENT);
    }

    @Test
    void aParentThatWasDeletedMeanwhileMayStayAndMayGo() {
        spec.given(CREATED, new RoleParentAdded(ROLE, NOWHERE))
                .when(new SetRoleParents(ROLE, Set.of(NOWHERE)))
                .thenNothing();
        spec.given(CREATED, new RoleParentAdded(ROLE, NOWHERE))
                .when(new SetRoleParents(ROLE, Set.of()))
                .then(new RoleParentRemoved(ROLE, NOWHERE));
    }

    @Test
    void aRoleDoesNotInheritFromItself() {
        spec.given(CREATED).when(new SetRoleParents(ROLE, Set.of(ROLE))).thenRejected(RoleRejection.ROLE_CYCLE);
    }

    @Test
    void aCycleOverOthersIsRefusedWithItsPath() {
        put(GRANDPARENT, "guest", Set.of(ROLE));

        Decision decision =
                decide(RoleDecider.evolve(new RoleState.Absent(), CREATED), new SetRoleParents(ROLE, Set.of(PARENT)));

        assertThat(decision).isInstanceOfSatisfying(Decision.Rejected.class, rejected -> {
            assertThat(rejected.rejection().code()).isEqualTo(RoleRejection.ROLE_CYCLE);
            assertThat(rejected.rejection().details().get("path"))
                    .isEqualTo(List.of("lead", "member", "guest", "lead"));
        });
    }

    @Test
    void twoWaysToTheSameAncestorAreNoCycle() {
        spec.given(CREATED)
                .when(new SetRoleParents(ROLE, new LinkedHashSet<>(List.of(PARENT, GRANDPARENT))))
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
                .when(new SetRolePermissions(ROLE, Set.of()))
                .thenRejected(RoleRejection.ROLE_NOT_FOUND);
        spec.given(CREATED, new RoleDeleted(ROLE))
                .when(new SetRoleParents(ROLE, Set.of()))
                .thenRejected(RoleRejection.ROLE_NOT_FOUND);
    }

    @Test
    void whatWasNeverCreatedIsNotFound() {
        List<RoleCommand> commands = List.of(
                new UpdateRole(ROLE, "head", ""),
                new DeleteRole(ROLE),
                new SetRolePermissions(ROLE, Set.of()),
                new SetRoleParents(ROLE, Set.of()));
        commands.forEach(command -> spec.given().when(command).thenRejected(RoleRejection.ROLE_NOT_FOUND));
    }

    @Test
    void aDeletedRoleGivesItsNameUp() {
        RoleState existing = RoleDecider.evolve(new RoleState.Absent(), CREATED);
        assertThat(existing.names()).hasSize(1);
        assertThat(RoleDecider.evolve(existing, new RoleDeleted(ROLE)).names()).isEmpty();
    }

    @Test
    void aNameIsLowerCase() {
        assertThatThrownBy(() -> new UpdateRole(ROLE, "Lead", "")).isInstanceOf(InvalidFieldException.class);
    }

    private Decision decide(RoleState state, RoleCommand command) {
        return RoleDecider.decide(state, command, id -> Optional.ofNullable(others.get(id)));
    }

    private void put(RoleId id, String name, Set<RoleId> parents) {
        others.put(id, new RoleState.Existing(id, name, "", Set.of(), parents));
    }

    private static RoleId role(int number) {
        return new RoleId(Answers.id(number));
    }

    private static Set<PermissionPattern> patterns(String... texts) {
        Set<PermissionPattern> patterns = new LinkedHashSet<>();
        for (String text : texts) {
            patterns.add(PermissionPattern.parse(text));
        }
        return patterns;
    }
}
