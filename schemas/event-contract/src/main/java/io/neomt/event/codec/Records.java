package io.neomt.event.codec;

import io.neomt.event.Event;
import io.neomt.event.EventType;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.RoleEvent;
import io.neomt.event.TenantEvent;
import io.neomt.event.UserEvent;
import io.neomt.event.avro.OrganizationCreated;
import io.neomt.event.avro.RoleAssigned;
import io.neomt.event.avro.RoleCreated;
import io.neomt.event.avro.RoleDeleted;
import io.neomt.event.avro.RoleParentAdded;
import io.neomt.event.avro.RoleParentRemoved;
import io.neomt.event.avro.RolePermissionGranted;
import io.neomt.event.avro.RolePermissionRevoked;
import io.neomt.event.avro.RoleUnassigned;
import io.neomt.event.avro.RoleUpdated;
import io.neomt.event.avro.TenantActivated;
import io.neomt.event.avro.TenantRequested;
import io.neomt.event.avro.UserCreated;
import io.neomt.event.avro.UserDeactivated;
import io.neomt.event.avro.UserPermissionGranted;
import io.neomt.event.avro.UserPermissionRevoked;
import io.neomt.event.avro.UserReactivated;
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
            case USER_CREATED -> new UserCreated();
            case USER_DEACTIVATED -> new UserDeactivated();
            case USER_REACTIVATED -> new UserReactivated();
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
        };
    }

    /** @throws IllegalArgumentException when an id or a name of a closed set is none */
    static Event toEvent(EventType type, SpecificRecord record) {
        return switch (type) {
            case ORGANIZATION_CREATED -> OrganizationRecords.toEvent((OrganizationCreated) record);
            case TENANT_REQUESTED -> TenantRecords.toEvent((TenantRequested) record);
            case TENANT_ACTIVATED -> TenantRecords.toEvent((TenantActivated) record);
            case USER_CREATED -> UserRecords.toEvent((UserCreated) record);
            case USER_DEACTIVATED -> UserRecords.toEvent((UserDeactivated) record);
            case USER_REACTIVATED -> UserRecords.toEvent((UserReactivated) record);
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
        };
    }
}
