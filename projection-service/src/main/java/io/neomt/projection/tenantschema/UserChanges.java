package io.neomt.projection.tenantschema;

import io.neomt.event.UserEvent;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserDeleted;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserEvent.UserReactivated;
import io.neomt.event.UserEvent.UserUpdated;
import io.neomt.projection.tenantschema.RowChange.InsertUser;
import io.neomt.projection.tenantschema.RowChange.Put;
import io.neomt.projection.tenantschema.RowChange.Remove;
import io.neomt.projection.tenantschema.RowChange.SetUserStatus;
import io.neomt.projection.tenantschema.RowChange.TouchUser;
import io.neomt.projection.tenantschema.RowChange.UpdateUser;
import java.util.List;

/** What happens to a user. */
final class UserChanges {

    private UserChanges() {}

    static List<RowChange> by(UserEvent event, Stamp stamp) {
        TouchUser touch = new TouchUser(event.userId(), stamp);
        return switch (event) {
            case UserCreated e ->
                List.of(new InsertUser(e.userId(), e.username(), e.email(), e.displayName(), e.externalId(), stamp));
            case UserUpdated e -> List.of(new UpdateUser(e.userId(), e.email(), e.displayName(), stamp));
            case UserDeactivated e -> List.of(new SetUserStatus(e.userId(), UserStatus.DEACTIVATED, stamp));
            case UserReactivated e -> List.of(new SetUserStatus(e.userId(), UserStatus.ACTIVE, stamp));
            case UserDeleted e -> List.of(new SetUserStatus(e.userId(), UserStatus.DELETED, stamp));
            case RoleAssigned e -> List.of(new Put(new Row.UserRole(key(e), e.terms(), stamp.at())), touch);
            case RoleUnassigned e -> List.of(new Remove(new RowKey.UserRole(e.userId(), e.roleId())), touch);
            case UserPermissionGranted e -> List.of(new Put(row(e, stamp)), touch);
            case UserPermissionRevoked e -> List.of(new Remove(new RowKey.Grant(e.grantId())), touch);
        };
    }

    private static RowKey.UserRole key(RoleAssigned event) {
        return new RowKey.UserRole(event.userId(), event.roleId());
    }

    private static Row row(UserPermissionGranted event, Stamp stamp) {
        return new Row.Grant(new RowKey.Grant(event.grantId()), event.userId(), event.permission(), stamp.at());
    }
}
