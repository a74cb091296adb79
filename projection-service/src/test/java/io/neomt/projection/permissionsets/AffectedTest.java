package io.neomt.projection.permissionsets;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.AccessEvent.AccessRevoked;
import io.neomt.event.DeploymentType;
import io.neomt.event.Event;
import io.neomt.event.ResourceEvent.ResourceRegistered;
import io.neomt.event.ResourceEvent.ResourceRemoved;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.TeamEvent.TeamDeleted;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMemberRemoved;
import io.neomt.event.TeamEvent.TeamMoved;
import io.neomt.event.TeamEvent.TeamRoleAssigned;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.projection.world.History;
import io.neomt.projection.world.Ids;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AffectedTest {

    private static final Affected NOBODY = new Affected(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    private static final Instance DOC = new Instance("doc", "1");

    @Test
    void aRoleChangeAffectsTheRoleAndNoUser() {
        assertThat(by(new RolePermissionGranted(Ids.role(1), "a.b.own")))
                .isEqualTo(new Affected(Set.of(), Set.of(Ids.role(1)), Set.of(), Set.of(), Set.of()));
    }

    @Test
    void anAssignmentAffectsTheUserOnly() {
        assertThat(by(new RoleAssigned(Ids.user(1), Ids.role(1)), new UserDeactivated(Ids.user(1))))
                .isEqualTo(new Affected(Set.of(Ids.user(1)), Set.of(), Set.of(), Set.of(), Set.of()));
    }

    @Test
    void aMembershipAffectsTheUserOnly() {
        assertThat(by(
                        new TeamMemberAdded(Ids.team(1), Ids.user(1), "lead"),
                        new TeamMemberRemoved(Ids.team(1), Ids.user(2))))
                .isEqualTo(new Affected(Set.of(Ids.user(1), Ids.user(2)), Set.of(), Set.of(), Set.of(), Set.of()));
    }

    @Test
    void aChangeOfATeamAffectsTheTeamAndNoMember() {
        assertThat(by(
                        new TeamMoved(Ids.team(1), null),
                        new TeamRoleAssigned(Ids.team(2), Ids.role(1)),
                        new TeamDeleted(Ids.team(3))))
                .isEqualTo(new Affected(
                        Set.of(), Set.of(), Set.of(Ids.team(1), Ids.team(2), Ids.team(3)), Set.of(), Set.of()));
    }

    @Test
    void aResourceIsAffectedByItself() {
        assertThat(by(new ResourceRegistered(DOC, null, null, "{}"), new ResourceRemoved(DOC)))
                .isEqualTo(new Affected(Set.of(), Set.of(), Set.of(), Set.of(DOC), Set.of()));
    }

    @Test
    void accessAffectsTheUserWhomOnlyTheGrantNames() {
        Permission permission = Permission.grant(PermissionPattern.parse("a.b.own"));

        assertThat(by(
                        new AccessGranted(Ids.access(1), Ids.tenant(9), Ids.user(1), permission),
                        new AccessRevoked(Ids.access(2))))
                .isEqualTo(new Affected(Set.of(Ids.user(1)), Set.of(), Set.of(), Set.of(), Set.of(Ids.access(2))));
    }

    @Test
    void theTenantsOwnEventsAffectNobody() {
        assertThat(by(
                        new TenantRequested(
                                Ids.tenant(1), "T", "t1", null, "eu", DeploymentType.SCHEMA, "tenant_t1", true),
                        new TenantActivated(Ids.tenant(1), "primary", "1")))
                .isEqualTo(NOBODY);
    }

    private static Affected by(Event... events) {
        return Affected.by(History.of(Ids.tenant(1), events).events());
    }
}
