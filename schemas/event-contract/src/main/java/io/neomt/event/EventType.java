package io.neomt.event;

import io.neomt.event.OrganizationEvent.OrganizationCreated;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RoleParentRemoved;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleEvent.RoleUpdated;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserEvent.UserReactivated;
import java.util.Optional;

/** The name that each kind of event has on the wire ({@code ce_type}), apart from the names of Java classes. */
public enum EventType {
    ORGANIZATION_CREATED("neo.organization.created.v1"),
    TENANT_REQUESTED("neo.tenant.requested.v1"),
    TENANT_ACTIVATED("neo.tenant.activated.v1"),
    USER_CREATED("neo.user.created.v1"),
    USER_DEACTIVATED("neo.user.deactivated.v1"),
    USER_REACTIVATED("neo.user.reactivated.v1"),
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
    ROLE_PARENT_REMOVED("neo.role.parent-removed.v1");

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
            case UserCreated _ -> USER_CREATED;
            case UserDeactivated _ -> USER_DEACTIVATED;
            case UserReactivated _ -> USER_REACTIVATED;
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
