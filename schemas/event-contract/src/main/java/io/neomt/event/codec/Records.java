package io.neomt.event.codec;

import io.neomt.event.AccessEvent;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.Event;
import io.neomt.event.EventType;
import io.neomt.event.MigrationEvent;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.ProjectionEvent;
import io.neomt.event.ResourceEvent;
import io.neomt.event.RoleEvent;
import io.neomt.event.TeamEvent;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TenantEvent;
import io.neomt.event.UserEvent;
import io.neomt.event.avro.AccessGranted;
import io.neomt.event.avro.AccessRevoked;
import io.neomt.event.avro.EventPatched;
import io.neomt.event.avro.EventSkipped;
import io.neomt.event.avro.MigrationRunChanged;
import io.neomt.event.avro.MigrationWaveChanged;
import io.neomt.event.avro.OrganizationCreated;
import io.neomt.event.avro.PermissionDefined;
import io.neomt.event.avro.PermissionWithdrawn;
import io.neomt.event.avro.ResourceRegistered;
import io.neomt.event.avro.ResourceRemoved;
import io.neomt.event.avro.RoleAssigned;
import io.neomt.event.avro.RoleCreated;
import io.neomt.event.avro.RoleDeleted;
import io.neomt.event.avro.RoleParentAdded;
import io.neomt.event.avro.RoleParentRemoved;
import io.neomt.event.avro.RolePermissionGranted;
import io.neomt.event.avro.RolePermissionRevoked;
import io.neomt.event.avro.RoleTemplateDefined;
import io.neomt.event.avro.RoleTemplateRemoved;
import io.neomt.event.avro.RoleUnassigned;
import io.neomt.event.avro.RoleUpdated;
import io.neomt.event.avro.SchemaMigrated;
import io.neomt.event.avro.SchemaMigrationFailed;
import io.neomt.event.avro.TeamCreated;
import io.neomt.event.avro.TeamDeleted;
import io.neomt.event.avro.TeamMemberAdded;
import io.neomt.event.avro.TeamMemberRemoved;
import io.neomt.event.avro.TeamMoved;
import io.neomt.event.avro.TeamPermissionGranted;
import io.neomt.event.avro.TeamPermissionRevoked;
import io.neomt.event.avro.TeamRoleAssigned;
import io.neomt.event.avro.TeamRoleUnassigned;
import io.neomt.event.avro.TeamUpdated;
import io.neomt.event.avro.TenantActivated;
import io.neomt.event.avro.TenantDeleted;
import io.neomt.event.avro.TenantDeletionRequested;
import io.neomt.event.avro.TenantPlaced;
import io.neomt.event.avro.TenantProvisioningAdvanced;
import io.neomt.event.avro.TenantProvisioningFailed;
import io.neomt.event.avro.TenantProvisioningRetried;
import io.neomt.event.avro.TenantPurgeRequested;
import io.neomt.event.avro.TenantPurged;
import io.neomt.event.avro.TenantRequested;
import io.neomt.event.avro.TenantRestored;
import io.neomt.event.avro.TenantResumed;
import io.neomt.event.avro.TenantSettingsChanged;
import io.neomt.event.avro.TenantSuspended;
import io.neomt.event.avro.TenantUpdated;
import io.neomt.event.avro.UserCreated;
import io.neomt.event.avro.UserDeactivated;
import io.neomt.event.avro.UserDeleted;
import io.neomt.event.avro.UserPermissionGranted;
import io.neomt.event.avro.UserPermissionRevoked;
import io.neomt.event.avro.UserReactivated;
import io.neomt.event.avro.UserUpdated;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Which Avro record stands for which event. A new event does not compile until it is listed here. */
final class Records {

    private Records() {}

    static SpecificRecord toAvro(Event event) {
        return switch (event) {
            case OrganizationEvent organization -> OrganizationRecords.toAvro(organization);
            case TenantEvent tenant -> TenantRecords.toAvro(tenant);
            case UserEvent user -> UserRecords.toAvro(user);
            case RoleEvent role -> RoleRecords.toAvro(role);
            case TeamEvent team -> TeamRecords.toAvro(team);
            case CatalogueEvent catalogue -> CatalogueRecords.toAvro(catalogue);
            case ResourceEvent resource -> ResourceRecords.toAvro(resource);
            case AccessEvent access -> AccessRecords.toAvro(access);
            case TemplateEvent template -> TemplateRecords.toAvro(template);
            case MigrationEvent migration -> MigrationRecords.toAvro(migration);
            case ProjectionEvent projection -> ProjectionRecords.toAvro(projection);
        };
    }

    /** The schema that this version of the platform reads and writes. */
    static Schema currentSchema(EventType type) {
        return blank(type).getSchema();
    }

    /** An empty record, to be filled by Avro. */
    static SpecificRecord blank(EventType type) {
        return switch (type) {
            case ORGANIZATION_CREATED -> new OrganizationCreated();
            case TENANT_REQUESTED -> new TenantRequested();
            case TENANT_ACTIVATED -> new TenantActivated();
            case TENANT_SETTINGS_CHANGED -> new TenantSettingsChanged();
            case TENANT_PLACED -> new TenantPlaced();
            case TENANT_PROVISIONING_ADVANCED -> new TenantProvisioningAdvanced();
            case TENANT_PROVISIONING_FAILED -> new TenantProvisioningFailed();
            case TENANT_PROVISIONING_RETRIED -> new TenantProvisioningRetried();
            case TENANT_UPDATED -> new TenantUpdated();
            case TENANT_SUSPENDED -> new TenantSuspended();
            case TENANT_RESUMED -> new TenantResumed();
            case TENANT_DELETION_REQUESTED -> new TenantDeletionRequested();
            case TENANT_DELETED -> new TenantDeleted();
            case TENANT_RESTORED -> new TenantRestored();
            case TENANT_PURGE_REQUESTED -> new TenantPurgeRequested();
            case TENANT_PURGED -> new TenantPurged();
            case USER_CREATED -> new UserCreated();
            case USER_UPDATED -> new UserUpdated();
            case USER_DEACTIVATED -> new UserDeactivated();
            case USER_REACTIVATED -> new UserReactivated();
            case USER_DELETED -> new UserDeleted();
            case ROLE_ASSIGNED -> new RoleAssigned();
            case ROLE_UNASSIGNED -> new RoleUnassigned();
            case USER_PERMISSION_GRANTED -> new UserPermissionGranted();
            case USER_PERMISSION_REVOKED -> new UserPermissionRevoked();
            case ROLE_CREATED -> new RoleCreated();
            case ROLE_UPDATED -> new RoleUpdated();
            case ROLE_DELETED -> new RoleDeleted();
            case ROLE_PERMISSION_GRANTED -> new RolePermissionGranted();
            case ROLE_PERMISSION_REVOKED -> new RolePermissionRevoked();
            case ROLE_PARENT_ADDED -> new RoleParentAdded();
            case ROLE_PARENT_REMOVED -> new RoleParentRemoved();
            case TEAM_CREATED -> new TeamCreated();
            case TEAM_UPDATED -> new TeamUpdated();
            case TEAM_MOVED -> new TeamMoved();
            case TEAM_DELETED -> new TeamDeleted();
            case TEAM_MEMBER_ADDED -> new TeamMemberAdded();
            case TEAM_MEMBER_REMOVED -> new TeamMemberRemoved();
            case TEAM_ROLE_ASSIGNED -> new TeamRoleAssigned();
            case TEAM_ROLE_UNASSIGNED -> new TeamRoleUnassigned();
            case TEAM_PERMISSION_GRANTED -> new TeamPermissionGranted();
            case TEAM_PERMISSION_REVOKED -> new TeamPermissionRevoked();
            case PERMISSION_DEFINED -> new PermissionDefined();
            case PERMISSION_WITHDRAWN -> new PermissionWithdrawn();
            case RESOURCE_REGISTERED -> new ResourceRegistered();
            case RESOURCE_REMOVED -> new ResourceRemoved();
            case ACCESS_GRANTED -> new AccessGranted();
            case ACCESS_REVOKED -> new AccessRevoked();
            case ROLE_TEMPLATE_DEFINED -> new RoleTemplateDefined();
            case ROLE_TEMPLATE_REMOVED -> new RoleTemplateRemoved();
            case MIGRATION_RUN_CHANGED -> new MigrationRunChanged();
            case MIGRATION_WAVE_CHANGED -> new MigrationWaveChanged();
            case SCHEMA_MIGRATED -> new SchemaMigrated();
            case SCHEMA_MIGRATION_FAILED -> new SchemaMigrationFailed();
            case EVENT_SKIPPED -> new EventSkipped();
            case EVENT_PATCHED -> new EventPatched();
        };
    }

    /** @throws IllegalArgumentException when an id or a name of a closed set is none */
    static Event toEvent(EventType type, SpecificRecord record) {
        return switch (type) {
            case ORGANIZATION_CREATED -> OrganizationRecords.toEvent((OrganizationCreated) record);
            case TENANT_REQUESTED -> TenantRecords.toEvent((TenantRequested) record);
            case TENANT_ACTIVATED -> TenantRecords.toEvent((TenantActivated) record);
            case TENANT_SETTINGS_CHANGED -> TenantRecords.toEvent((TenantSettingsChanged) record);
            case TENANT_PLACED -> TenantRecords.toEvent((TenantPlaced) record);
            case TENANT_PROVISIONING_ADVANCED -> TenantRecords.toEvent((TenantProvisioningAdvanced) record);
            case TENANT_PROVISIONING_FAILED -> TenantRecords.toEvent((TenantProvisioningFailed) record);
            case TENANT_PROVISIONING_RETRIED -> TenantRecords.toEvent((TenantProvisioningRetried) record);
            case TENANT_UPDATED -> TenantRecords.toEvent((TenantUpdated) record);
            case TENANT_SUSPENDED -> TenantLifeRecords.toEvent((TenantSuspended) record);
            case TENANT_RESUMED -> TenantLifeRecords.toEvent((TenantResumed) record);
            case TENANT_DELETION_REQUESTED -> TenantLifeRecords.toEvent((TenantDeletionRequested) record);
            case TENANT_DELETED -> TenantLifeRecords.toEvent((TenantDeleted) record);
            case TENANT_RESTORED -> TenantLifeRecords.toEvent((TenantRestored) record);
            case TENANT_PURGE_REQUESTED -> TenantLifeRecords.toEvent((TenantPurgeRequested) record);
            case TENANT_PURGED -> TenantLifeRecords.toEvent((TenantPurged) record);
            case USER_CREATED -> UserRecords.toEvent((UserCreated) record);
            case USER_UPDATED -> UserRecords.toEvent((UserUpdated) record);
            case USER_DEACTIVATED -> UserRecords.toEvent((UserDeactivated) record);
            case USER_REACTIVATED -> UserRecords.toEvent((UserReactivated) record);
            case USER_DELETED -> UserRecords.toEvent((UserDeleted) record);
            case ROLE_ASSIGNED -> UserRecords.toEvent((RoleAssigned) record);
            case ROLE_UNASSIGNED -> UserRecords.toEvent((RoleUnassigned) record);
            case USER_PERMISSION_GRANTED -> UserRecords.toEvent((UserPermissionGranted) record);
            case USER_PERMISSION_REVOKED -> UserRecords.toEvent((UserPermissionRevoked) record);
            case ROLE_CREATED -> RoleRecords.toEvent((RoleCreated) record);
            case ROLE_UPDATED -> RoleRecords.toEvent((RoleUpdated) record);
            case ROLE_DELETED -> RoleRecords.toEvent((RoleDeleted) record);
            case ROLE_PERMISSION_GRANTED -> RoleRecords.toEvent((RolePermissionGranted) record);
            case ROLE_PERMISSION_REVOKED -> RoleRecords.toEvent((RolePermissionRevoked) record);
            case ROLE_PARENT_ADDED -> RoleRecords.toEvent((RoleParentAdded) record);
            case ROLE_PARENT_REMOVED -> RoleRecords.toEvent((RoleParentRemoved) record);
            case TEAM_CREATED -> TeamRecords.toEvent((TeamCreated) record);
            case TEAM_UPDATED -> TeamRecords.toEvent((TeamUpdated) record);
            case TEAM_MOVED -> TeamRecords.toEvent((TeamMoved) record);
            case TEAM_DELETED -> TeamRecords.toEvent((TeamDeleted) record);
            case TEAM_MEMBER_ADDED -> TeamRecords.toEvent((TeamMemberAdded) record);
            case TEAM_MEMBER_REMOVED -> TeamRecords.toEvent((TeamMemberRemoved) record);
            case TEAM_ROLE_ASSIGNED -> TeamRecords.toEvent((TeamRoleAssigned) record);
            case TEAM_ROLE_UNASSIGNED -> TeamRecords.toEvent((TeamRoleUnassigned) record);
            case TEAM_PERMISSION_GRANTED -> TeamRecords.toEvent((TeamPermissionGranted) record);
            case TEAM_PERMISSION_REVOKED -> TeamRecords.toEvent((TeamPermissionRevoked) record);
            case PERMISSION_DEFINED -> CatalogueRecords.toEvent((PermissionDefined) record);
            case PERMISSION_WITHDRAWN -> CatalogueRecords.toEvent((PermissionWithdrawn) record);
            case RESOURCE_REGISTERED -> ResourceRecords.toEvent((ResourceRegistered) record);
            case RESOURCE_REMOVED -> ResourceRecords.toEvent((ResourceRemoved) record);
            case ACCESS_GRANTED -> AccessRecords.toEvent((AccessGranted) record);
            case ACCESS_REVOKED -> AccessRecords.toEvent((AccessRevoked) record);
            case ROLE_TEMPLATE_DEFINED -> TemplateRecords.toEvent((RoleTemplateDefined) record);
            case ROLE_TEMPLATE_REMOVED -> TemplateRecords.toEvent((RoleTemplateRemoved) record);
            case MIGRATION_RUN_CHANGED -> MigrationRecords.toEvent((MigrationRunChanged) record);
            case MIGRATION_WAVE_CHANGED -> MigrationRecords.toEvent((MigrationWaveChanged) record);
            case SCHEMA_MIGRATED -> MigrationRecords.toEvent((SchemaMigrated) record);
            case SCHEMA_MIGRATION_FAILED -> MigrationRecords.toEvent((SchemaMigrationFailed) record);
            case EVENT_SKIPPED -> ProjectionRecords.toEvent((EventSkipped) record);
            case EVENT_PATCHED -> ProjectionRecords.toEvent((EventPatched) record);
        };
    }
}
