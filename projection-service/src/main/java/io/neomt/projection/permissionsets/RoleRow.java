package io.neomt.projection.permissionsets;

import io.neomt.event.RoleId;
import io.neomt.permission.Permission;
import io.neomt.permission.RoleClosure;
import java.util.List;

/** One role as it stands in the tenant's rows. */
public record RoleRow(
        RoleId id,
        String name,
        boolean deleted,
        List<Permission> permissions,
        List<RoleClosure.Parent<RoleId>> parents) {

    public RoleRow {
        permissions = InOrder.permissions(permissions);
        parents = List.copyOf(parents);
    }
}
