package io.neomt.projection.tenantschema;

import io.neomt.event.AccessGrantId;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.ResourceAction;

/** What tells a {@link Row} from all others of the tenant. */
public sealed interface RowKey {

    record UserRole(UserId user, RoleId role) implements RowKey {}

    record Grant(GrantId id) implements RowKey {}

    record RolePermission(RoleId role, Permission permission) implements RowKey {}

    record RoleParent(RoleId role, RoleId parent) implements RowKey {}

    record TeamMember(TeamId team, UserId user) implements RowKey {}

    record TeamRole(TeamId team, RoleId role) implements RowKey {}

    record TeamPermission(TeamId team, Permission permission) implements RowKey {}

    record Code(ResourceAction code) implements RowKey {}

    record Setting(String name) implements RowKey {}

    record Resource(Instance instance) implements RowKey {}

    record Guest(AccessGrantId grant) implements RowKey {}

    record Access(AccessGrantId grant) implements RowKey {}

    record Template(String name) implements RowKey {}
}
