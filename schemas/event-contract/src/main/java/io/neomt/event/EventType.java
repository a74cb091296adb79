package io.neomt.event;

import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.AccessEvent.AccessRevoked;
import io.neomt.event.CatalogueEvent.PermissionDefined;
import io.neomt.event.CatalogueEvent.PermissionWithdrawn;
import io.neomt.event.OrganizationEvent.OrganizationCreated;
import io.neomt.event.ResourceEvent.ResourceRegistered;
import io.neomt.event.ResourceEvent.ResourceRemoved;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RoleParentRemoved;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleEvent.RoleUpdated;
import io.neomt.event.TeamEvent.TeamCreated;
import io.neomt.event.TeamEvent.TeamDeleted;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMemberRemoved;
import io.neomt.event.TeamEvent.TeamMoved;
import io.neomt.event.TeamEvent.TeamPermissionGranted;
import io.neomt.event.TeamEvent.TeamPermissionRevoked;
import io.neomt.event.TeamEvent.TeamRoleAssigned;
import io.neomt.event.TeamEvent.TeamRoleUnassigned;
import io.neomt.event.TeamEvent.TeamUpdated;
import io.neomt.event.TemplateEvent.RoleTemplateDefined;
import io.neomt.event.TemplateEvent.RoleTemplateRemoved;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantDeleted;
import io.neomt.event.TenantEvent.TenantDeletionRequested;
import io.neomt.event.TenantEvent.TenantPlaced;
import io.neomt.event.TenantEvent.TenantProvisioningAdvanced;
import io.neomt.event.TenantEvent.TenantProvisioningFailed;
import io.neomt.event.TenantEvent.TenantProvisioningRetried;
import io.neomt.event.TenantEvent.TenantPurgeRequested;
import io.neomt.event.TenantEvent.TenantPurged;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantEvent.TenantRestored;
import io.neomt.event.TenantEvent.TenantResumed;
import io.neomt.event.TenantEvent.TenantSettingsChanged;
import io.neomt.event.TenantEvent.TenantSuspended;
import io.neomt.event.TenantEvent.TenantUpdated;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserDeleted;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserEvent.UserReactivated;
import io.neomt.event.UserEvent.UserUpdated;
import java.util.Optional;

/** The name that each kind of event has on the wire ({@code ce_type}), apart from the names of Java classes. */
public enum EventType {
    ORGANIZATION_CREATED("neo.organization.created.v1"),
    TENANT_REQUESTED("neo.tenant.requested.v1"),
    TENANT_ACTIVATED("neo.tenant.activated.v1"),
    TENANT_SETTINGS_CHANGED("neo.tenant.settings-changed.v1"),
    TENANT_PLACED("neo.tenant.placed.v1"),
    TENANT_PROVISIONING_ADVANCED("neo.tenant.provisioning-advanced.v1"),
    TENANT_PROVISIONING_FAILED("neo.tenant.provisioning-failed.v1"),
    TENANT_PROVISIONING_RETRIED("neo.tenant.provisioning-retried.v1"),
    TENANT_UPDATED("neo.tenant.updated.v1"),
    TENANT_SUSPENDED("neo.tenant.suspended.v1"),
    TENANT_RESUMED("neo.tenant.resumed.v1"),
    TENANT_DELETION_REQUESTED("neo.tenant.deletion-requested.v1"),
    TENANT_DELETED("neo.tenant.deleted.v1"),
    TENANT_RESTORED("neo.tenant.restored.v1"),
    TENANT_PURGE_REQUESTED("neo.tenant.purge-requested.v1"),
    TENANT_PURGED("neo.tenant.purged.v1"),
    USER_CREATED("neo.user.created.v1"),
    USER_UPDATED("neo.user.updated.v1"),
    USER_DEACTIVATED("neo.user.deactivated.v1"),
    USER_REACTIVATED("neo.user.reactivated.v1"),
    USER_DELETED("neo.user.deleted.v1"),
    ROLE_ASSIGNED("neo.user.role-assigned.v1"),
    ROLE_UNASSIGNED("neo.user.role-unassigned.v1"),
    USER_PERMISSION_GRANTED("neo.user.permission-granted.v1"),
    USER_PERMISSION_REVOKED("neo.user.permission-revoked.v1"),
    ROLE_CREATED("neo.role.created.v1"),
    ROLE_UPDATED("neo.role.updated.v1"),
    ROLE_DELETED("neo.role.deleted.v1"),
    ROLE_PERMISSION_GRANTED("neo.role.permission-granted.v1"),
    ROLE_PERMISSION_REVOKED("neo.role.permission-revoked.v1"),
    ROLE_PARENT_ADDED("neo.role.parent-added.v1"),
    ROLE_PARENT_REMOVED("neo.role.parent-removed.v1"),
    TEAM_CREATED("neo.team.created.v1"),
    TEAM_UPDATED("neo.team.updated.v1"),
    TEAM_MOVED("neo.team.moved.v1"),
    TEAM_DELETED("neo.team.deleted.v1"),
    TEAM_MEMBER_ADDED("neo.team.member-added.v1"),
    TEAM_MEMBER_REMOVED("neo.team.member-removed.v1"),
    TEAM_ROLE_ASSIGNED("neo.team.role-assigned.v1"),
    TEAM_ROLE_UNASSIGNED("neo.team.role-unassigned.v1"),
    TEAM_PERMISSION_GRANTED("neo.team.permission-granted.v1"),
    TEAM_PERMISSION_REVOKED("neo.team.permission-revoked.v1"),
    PERMISSION_DEFINED("neo.permission.defined.v1"),
    PERMISSION_WITHDRAWN("neo.permission.withdrawn.v1"),
    RESOURCE_REGISTERED("neo.resource.registered.v1"),
    RESOURCE_REMOVED("neo.resource.removed.v1"),
    ACCESS_GRANTED("neo.access.granted.v1"),
    ACCESS_REVOKED("neo.access.revoked.v1"),
    ROLE_TEMPLATE_DEFINED("neo.role-template.defined.v1"),
    ROLE_TEMPLATE_REMOVED("neo.role-template.removed.v1"),
    MIGRATION_RUN_CHANGED("neo.migration.run-changed.v1"),
    MIGRATION_WAVE_CHANGED("neo.migration.wave-changed.v1"),
    SCHEMA_MIGRATED("neo.migration.schema-migrated.v1"),
    SCHEMA_MIGRATION_FAILED("neo.migration.schema-failed.v1"),
    EVENT_SKIPPED("neo.projection.event-skipped.v1"),
    EVENT_PATCHED("neo.projection.event-patched.v1");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static EventType of(Event event) {
        return switch (event) {
            case OrganizationCreated _ -> ORGANIZATION_CREATED;
            case TenantRequested _ -> TENANT_REQUESTED;
            case TenantActivated _ -> TENANT_ACTIVATED;
            case TenantSettingsChanged _ -> TENANT_SETTINGS_CHANGED;
            case TenantPlaced _ -> TENANT_PLACED;
            case TenantProvisioningAdvanced _ -> TENANT_PROVISIONING_ADVANCED;
            case TenantProvisioningFailed _ -> TENANT_PROVISIONING_FAILED;
            case TenantProvisioningRetried _ -> TENANT_PROVISIONING_RETRIED;
            case TenantUpdated _ -> TENANT_UPDATED;
            case TenantSuspended _ -> TENANT_SUSPENDED;
            case TenantResumed _ -> TENANT_RESUMED;
            case TenantDeletionRequested _ -> TENANT_DELETION_REQUESTED;
            case TenantDeleted _ -> TENANT_DELETED;
            case TenantRestored _ -> TENANT_RESTORED;
            case TenantPurgeRequested _ -> TENANT_PURGE_REQUESTED;
            case TenantPurged _ -> TENANT_PURGED;
            case UserCreated _ -> USER_CREATED;
            case UserUpdated _ -> USER_UPDATED;
            case UserDeactivated _ -> USER_DEACTIVATED;
            case UserReactivated _ -> USER_REACTIVATED;
            case UserDeleted _ -> USER_DELETED;
            case RoleAssigned _ -> ROLE_ASSIGNED;
            case RoleUnassigned _ -> ROLE_UNASSIGNED;
            case UserPermissionGranted _ -> USER_PERMISSION_GRANTED;
            case UserPermissionRevoked _ -> USER_PERMISSION_REVOKED;
            case RoleCreated _ -> ROLE_CREATED;
            case RoleUpdated _ -> ROLE_UPDATED;
            case RoleDeleted _ -> ROLE_DELETED;
            case RolePermissionGranted _ -> ROLE_PERMISSION_GRANTED;
            case RolePermissionRevoked _ -> ROLE_PERMISSION_REVOKED;
            case RoleParentAdded _ -> ROLE_PARENT_ADDED;
            case RoleParentRemoved _ -> ROLE_PARENT_REMOVED;
            case TeamCreated _ -> TEAM_CREATED;
            case TeamUpdated _ -> TEAM_UPDATED;
            case TeamMoved _ -> TEAM_MOVED;
            case TeamDeleted _ -> TEAM_DELETED;
            case TeamMemberAdded _ -> TEAM_MEMBER_ADDED;
            case TeamMemberRemoved _ -> TEAM_MEMBER_REMOVED;
            case TeamRoleAssigned _ -> TEAM_ROLE_ASSIGNED;
            case TeamRoleUnassigned _ -> TEAM_ROLE_UNASSIGNED;
            case TeamPermissionGranted _ -> TEAM_PERMISSION_GRANTED;
            case TeamPermissionRevoked _ -> TEAM_PERMISSION_REVOKED;
            case PermissionDefined _ -> PERMISSION_DEFINED;
            case PermissionWithdrawn _ -> PERMISSION_WITHDRAWN;
            case ResourceRegistered _ -> RESOURCE_REGISTERED;
            case ResourceRemoved _ -> RESOURCE_REMOVED;
            case AccessGranted _ -> ACCESS_GRANTED;
            case AccessRevoked _ -> ACCESS_REVOKED;
            case RoleTemplateDefined _ -> ROLE_TEMPLATE_DEFINED;
            case RoleTemplateRemoved _ -> ROLE_TEMPLATE_REMOVED;
            case MigrationEvent.MigrationRunChanged _ -> MIGRATION_RUN_CHANGED;
            case MigrationEvent.MigrationWaveChanged _ -> MIGRATION_WAVE_CHANGED;
            case MigrationEvent.SchemaMigrated _ -> SCHEMA_MIGRATED;
            case MigrationEvent.SchemaMigrationFailed _ -> SCHEMA_MIGRATION_FAILED;
            case ProjectionEvent.EventSkipped _ -> EVENT_SKIPPED;
            case ProjectionEvent.EventPatched _ -> EVENT_PATCHED;
        };
    }

    /** The type with this wire name; empty for one that this version of the platform does not know. */
    public static Optional<EventType> ofWireName(String wireName) {
        for (EventType type : values()) {
            if (type.wireName.equals(wireName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
