package io.neomt.projection.permissionsets;

import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One team as it stands in the tenant's rows. */
public record TeamRow(
        TeamId id,
        String name,
        boolean deleted,
        @Nullable TeamId parent,
        List<Role> roles,
        List<Permission> permissions) {

    public TeamRow {
        roles = roles.stream().sorted(Comparator.comparing(Role::id)).toList();
        permissions = InOrder.permissions(permissions);
    }

    /** A role that the team itself has. */
    public record Role(RoleId id, Terms terms) {}
}
