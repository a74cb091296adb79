package io.neomt.projection.tenantschema;

import io.neomt.event.RoleEvent;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RoleParentRemoved;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleEvent.RoleUpdated;
import io.neomt.projection.tenantschema.RowChange.InsertRole;
import io.neomt.projection.tenantschema.RowChange.MarkRoleDeleted;
import io.neomt.projection.tenantschema.RowChange.Put;
import io.neomt.projection.tenantschema.RowChange.Remove;
import io.neomt.projection.tenantschema.RowChange.TouchRole;
import io.neomt.projection.tenantschema.RowChange.UpdateRole;
import java.util.List;

/** What happens to a role. */
final class RoleChanges {

    private RoleChanges() {}

    static List<RowChange> by(RoleEvent event, Stamp stamp) {
        TouchRole touch = new TouchRole(event.roleId(), stamp);
        return switch (event) {
            case RoleCreated e -> List.of(new InsertRole(e.roleId(), e.name(), e.description(), e.system(), stamp));
            case RoleUpdated e -> List.of(new UpdateRole(e.roleId(), e.name(), e.description(), stamp));
            case RoleDeleted e -> List.of(new MarkRoleDeleted(e.roleId(), stamp));
            case RolePermissionGranted e -> List.of(new Put(row(e, stamp)), touch);
            case RolePermissionRevoked e ->
                List.of(new Remove(new RowKey.RolePermission(e.roleId(), e.permission())), touch);
            case RoleParentAdded e -> List.of(new Put(row(e)), touch);
            case RoleParentRemoved e -> List.of(new Remove(new RowKey.RoleParent(e.roleId(), e.parentId())), touch);
        };
    }

    private static Row row(RolePermissionGranted event, Stamp stamp) {
        return new Row.RolePermission(new RowKey.RolePermission(event.roleId(), event.permission()), stamp.at());
    }

    private static Row row(RoleParentAdded event) {
        return new Row.RoleParent(new RowKey.RoleParent(event.roleId(), event.parentId()), event.terms());
    }
}
