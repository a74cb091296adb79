package io.neomt.command.role;

import static io.neomt.command.SomeTenancy.NOW;
import static io.neomt.command.SomeTenancy.UNTIL_NOW;
import static io.neomt.command.SomeTenancy.UNTIL_TOMORROW;
import static io.neomt.command.SomeTenancy.grant;
import static io.neomt.command.SomeTenancy.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.Answers;
import io.neomt.command.SomeTenancy;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.GivingRejection;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.role.RoleCommand.CreateRole;
import io.neomt.command.role.RoleCommand.DeleteRole;
import io.neomt.command.role.RoleCommand.SetRoleParents;
import io.neomt.command.role.RoleCommand.SetRolePermissions;
import io.neomt.command.role.RoleCommand.UpdateRole;
import io.neomt.event.Cause;
import io.neomt.event.Event;
import io.neomt.event.RoleEvent;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RoleParentRemoved;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleEvent.RoleUpdated;
import io.neomt.event.RoleId;
import io.neomt.permission.Permission;
import io.neomt.testkit.DeciderSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoleTermsTest {

    private static final RoleId ROLE = new RoleId(Answers.id(1));
    private static final RoleId PARENT = new RoleId(Answers.id(2));
    private static final RoleId GRANDPARENT = new RoleId(Answers.id(3));
    private static final RoleCreated CREATED = new RoleCreated(ROLE, "lead", "Leads");

    private final SomeTenancy tenancy =
            new SomeTenancy().role(PARENT, "member", GRANDPARENT).role(GRANDPARENT, "guest");
    private final DeciderSpecification<RoleState, RoleCommand, Event, RejectionCode> spec = new DeciderSpecification<>(
            new RoleState.Absent(),
            (state, command) -> Answers.of(RoleDecider.decide(state, command, tenancy, SomeTenancy.FREE)),
            (state, event) -> RoleChanges.evolve(state, (RoleEvent) event));

    @Test
    void termsOfAParentAreReplacedByAddingItAgain() {
        spec.given(CREATED, new RoleParentAdded(ROLE, PARENT))
                .when(new SetRoleParents(ROLE, Map.of(PARENT, UNTIL_TOMORROW)))
                .then(new RoleParentAdded(ROLE, PARENT, UNTIL_TOMORROW));
    }

    @Test
    void aGrantOnOtherTermsIsAnotherGrant() {
        Permission limited = on(UNTIL_TOMORROW, grant("a.read.own"));
        spec.given(CREATED, new RolePermissionGranted(ROLE, "a.read.own"))
                .when(new SetRolePermissions(ROLE, List.of(limited)))
                .then(new RolePermissionGranted(ROLE, limited), new RolePermissionRevoked(ROLE, "a.read.own"));
    }

    @Test
    void whatIsOverIsNotGivenButMayStayUntilItIsRecorded() {
        Permission over = on(UNTIL_NOW, grant("a.read.own"));
        SetRolePermissions command = new SetRolePermissions(ROLE, List.of(over));
        spec.given(CREATED).when(command).thenRejected(GivingRejection.INVALID_WINDOW);
        spec.given(CREATED, new RolePermissionGranted(ROLE, over)).when(command).thenNothing();
    }

    @Test
    void whatIsOverIsRecordedAndTheRestStays() {
        Permission over = on(UNTIL_NOW, grant("a.read.own"));
        RoleState state = new RoleState.Existing(
                ROLE,
                "lead",
                "",
                false,
                Set.of(over, grant("b.read.own")),
                Map.of(PARENT, UNTIL_NOW, GRANDPARENT, UNTIL_TOMORROW));
        assertThat(state.due()).contains(NOW);
        assertThat(RoleDecider.expire(state, NOW))
                .isEqualTo(Decision.accept(
                        new RolePermissionRevoked(ROLE, over, Cause.EXPIRED),
                        new RoleParentRemoved(ROLE, PARENT, Cause.EXPIRED)));
        assertThat(RoleDecider.expire(state, NOW.minusMillis(1))).isEqualTo(Decision.nothingToDo());
    }

    @Test
    void aRoleOfThePlatformIsNotRenamedDeletedOrEmptiedButOtherwiseChanged() {
        RoleCreated system = new RoleCreated(ROLE, "lead", "Leads", true);
        spec.given(system).when(new UpdateRole(ROLE, "head", "Leads")).thenRejected(RoleRejection.SYSTEM_ROLE);
        spec.given(system).when(new DeleteRole(ROLE)).thenRejected(RoleRejection.SYSTEM_ROLE);
        spec.given(system, new RolePermissionGranted(ROLE, "a.read.own"))
                .when(new SetRolePermissions(ROLE, List.of()))
                .thenRejected(RoleRejection.SYSTEM_ROLE);
        spec.given(system).when(new UpdateRole(ROLE, "lead", "New")).then(new RoleUpdated(ROLE, "lead", "New"));
    }

    @Test
    void aRoleMadeFromATemplateBeginsWithItsPermissions() {
        tenancy.with("approver", new SomeTenancy.Template("Approves", grants("a.approve.team")));
        CreateRole command = new CreateRole(ROLE, "lead", null, grants("b.read.own"), Map.of(), "approver", false);
        spec.given()
                .when(command)
                .then(
                        new RoleCreated(ROLE, "lead", "Approves"),
                        new RolePermissionGranted(ROLE, "a.approve.team"),
                        new RolePermissionGranted(ROLE, "b.read.own"));
        spec.given()
                .when(new CreateRole(ROLE, "lead", null, List.of(), Map.of(), "nothing", false))
                .thenRejected(RoleRejection.UNKNOWN_TEMPLATE);
    }

    private static List<Permission> grants(String... patterns) {
        return Stream.of(patterns).map(SomeTenancy::grant).toList();
    }
}
