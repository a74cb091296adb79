package io.neomt.projection.tenantschema;

import io.neomt.event.AccessEvent;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.ResourceEvent;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RoleParentRemoved;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleEvent.RoleUpdated;
import io.neomt.event.TeamEvent;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TenantEvent;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserDeleted;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserEvent.UserReactivated;
import io.neomt.event.UserEvent.UserUpdated;
import io.neomt.permission.Permission;
import io.neomt.projection.tenantschema.RowChange.InsertRole;
import io.neomt.projection.tenantschema.RowChange.InsertUser;
import io.neomt.projection.tenantschema.RowChange.MarkRoleDeleted;
import io.neomt.projection.tenantschema.RowChange.PutGrant;
import io.neomt.projection.tenantschema.RowChange.PutRoleParent;
import io.neomt.projection.tenantschema.RowChange.PutRolePermission;
import io.neomt.projection.tenantschema.RowChange.PutUserRole;
import io.neomt.projection.tenantschema.RowChange.RemoveGrant;
import io.neomt.projection.tenantschema.RowChange.RemoveRoleParent;
import io.neomt.projection.tenantschema.RowChange.RemoveRolePermission;
import io.neomt.projection.tenantschema.RowChange.RemoveUserRole;
import io.neomt.projection.tenantschema.RowChange.SetUserActive;
import io.neomt.projection.tenantschema.RowChange.Stamp;
import io.neomt.projection.tenantschema.RowChange.TouchRole;
import io.neomt.projection.tenantschema.RowChange.TouchUser;
import io.neomt.projection.tenantschema.RowChange.UpdateRole;
import java.time.Instant;
import java.util.List;

/** What each event changes in the schema of its tenant. */
public final class TenantSchema {

    /** The name of this projection in {@code projection_position} and in metrics. */
    public static final String NAME = "tenantschema";

    private TenantSchema() {}

    public static List<RowChange> changes(EventEnvelope envelope) {
        Instant at = envelope.metadata().time();
        return changes(envelope.event(), at, new Stamp(envelope.position().value(), at));
    }

    // organizations and tenants have their rows in the admin database, written with the events
    private static List<RowChange> changes(Event event, Instant at, Stamp stamp) {
        return switch (event) {
            case OrganizationEvent _, TenantEvent _ -> List.of();
            case TeamEvent _, CatalogueEvent _, ResourceEvent _, AccessEvent _, TemplateEvent _ -> List.of();
            case UserCreated e ->
                List.of(new InsertUser(e.userId(), e.username(), e.email(), e.displayName(), e.externalId(), stamp));
            case UserUpdated e -> List.of(new TouchUser(e.userId(), stamp));
            case UserDeactivated e -> List.of(new SetUserActive(e.userId(), false, stamp));
            case UserReactivated e -> List.of(new SetUserActive(e.userId(), true, stamp));
            case UserDeleted e -> List.of(new SetUserActive(e.userId(), false, stamp));
            case RoleAssigned e ->
                List.of(new PutUserRole(e.userId(), e.roleId(), at), new TouchUser(e.userId(), stamp));
            case RoleUnassigned e ->
                List.of(new RemoveUserRole(e.userId(), e.roleId()), new TouchUser(e.userId(), stamp));
            case UserPermissionGranted e ->
                List.of(
                        new PutGrant(
                                e.grantId(),
                                e.userId(),
                                text(e.permission()),
                                e.permission().effect(),
                                at),
                        new TouchUser(e.userId(), stamp));
            case UserPermissionRevoked e -> List.of(new RemoveGrant(e.grantId()), new TouchUser(e.userId(), stamp));
            case RoleCreated e -> List.of(new InsertRole(e.roleId(), e.name(), e.description(), stamp));
            case RoleUpdated e -> List.of(new UpdateRole(e.roleId(), e.name(), e.description(), stamp));
            case RoleDeleted e -> List.of(new MarkRoleDeleted(e.roleId(), stamp));
            case RolePermissionGranted e ->
                List.of(new PutRolePermission(e.roleId(), text(e.permission()), at), new TouchRole(e.roleId(), stamp));
            case RolePermissionRevoked e ->
                List.of(new RemoveRolePermission(e.roleId(), text(e.permission())), new TouchRole(e.roleId(), stamp));
            case RoleParentAdded e ->
                List.of(new PutRoleParent(e.roleId(), e.parentId()), new TouchRole(e.roleId(), stamp));
            case RoleParentRemoved e ->
                List.of(new RemoveRoleParent(e.roleId(), e.parentId()), new TouchRole(e.roleId(), stamp));
        };
    }

    private static String text(Permission permission) {
        return permission.pattern().text();
    }
}
