package io.neomt.projection.permissionsets;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.DeploymentType;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.projection.world.History;
import io.neomt.projection.world.Ids;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AffectedTest {

    @Test
    void aRoleChangeAffectsTheRoleAndNoUser() {
        History history = History.of(Ids.tenant(1), new RolePermissionGranted(Ids.role(1), "a.b.own"));

        assertThat(Affected.by(history.events())).isEqualTo(new Affected(Set.of(), Set.of(Ids.role(1))));
    }

    @Test
    void anAssignmentAffectsTheUserOnly() {
        History history =
                History.of(Ids.tenant(1), new RoleAssigned(Ids.user(1), Ids.role(1)), new UserDeactivated(Ids.user(1)));

        assertThat(Affected.by(history.events())).isEqualTo(new Affected(Set.of(Ids.user(1)), Set.of()));
    }

    @Test
    void theTenantsOwnEventsAffectNobody() {
        History history = History.of(
                Ids.tenant(1),
                new TenantRequested(Ids.tenant(1), "T", "t1", null, "eu", DeploymentType.SCHEMA, "tenant_t1", true),
                new TenantActivated(Ids.tenant(1), "primary", "1"));

        assertThat(Affected.by(history.events()).isEmpty()).isTrue();
    }
}
