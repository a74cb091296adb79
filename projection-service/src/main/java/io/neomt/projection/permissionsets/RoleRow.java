package io.neomt.projection.permissionsets;

import io.neomt.event.RoleId;
import java.util.List;

/** One role as it stands in the tenant's rows. */
public record RoleRow(RoleId id, String name, boolean deleted, List<String> permissions, List<RoleId> parents) {

    public RoleRow {
        permissions = List.copyOf(permissions);
        parents = List.copyOf(parents);
    }
}
