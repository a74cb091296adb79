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
import io.neomt.permission.Effect;

/** One fixed event of every type: the approved bytes are made from these. */
public final class SampleEvents {

    private static final TenantId TENANT = TenantId.of("0198c5a0-0000-7000-8000-000000000001");
    private static final OrganizationId ORGANIZATION = OrganizationId.of("0198c5a0-0000-7000-8000-000000000002");
    private static final UserId USER = UserId.of("0198c5a0-0000-7000-8000-000000000003");
    private static final RoleId ROLE = RoleId.of("0198c5a0-0000-7000-8000-000000000004");
    private static final RoleId PARENT = RoleId.of("0198c5a0-0000-7000-8000-000000000005");
    private static final GrantId GRANT = GrantId.of("0198c5a0-0000-7000-8000-000000000006");

    private SampleEvents() {}

    public static Event of(EventType type) {
        return switch (type) {
            case ORGANIZATION_CREATED -> new OrganizationCreated(ORGANIZATION, "Acme Holding", "acme-holding");
            case TENANT_REQUESTED ->
                new TenantRequested(
                        TENANT, "Acme", "acme", ORGANIZATION, "eu-west", DeploymentType.SCHEMA, "tenant_acme");
            case TENANT_ACTIVATED -> new TenantActivated(TENANT, "shared-eu-west", "1");
            case USER_CREATED -> new UserCreated(USER, "ada", "ada@acme.example", "Ada Lovelace", "kc-ada");
            case USER_DEACTIVATED -> new UserDeactivated(USER);
            case USER_REACTIVATED -> new UserReactivated(USER);
            case ROLE_ASSIGNED -> new RoleAssigned(USER, ROLE);
            case ROLE_UNASSIGNED -> new RoleUnassigned(USER, ROLE);
            case USER_PERMISSION_GRANTED -> new UserPermissionGranted(USER, GRANT, "users.read.tenant", Effect.DENY);
            case USER_PERMISSION_REVOKED -> new UserPermissionRevoked(USER, GRANT);
            case ROLE_CREATED -> new RoleCreated(ROLE, "auditor", "Reads, never writes – nor deletes");
            case ROLE_UPDATED -> new RoleUpdated(ROLE, "auditor", "");
            case ROLE_DELETED -> new RoleDeleted(ROLE);
            case ROLE_PERMISSION_GRANTED -> new RolePermissionGranted(ROLE, "users.*.tenant");
            case ROLE_PERMISSION_REVOKED -> new RolePermissionRevoked(ROLE, "users.*.tenant");
            case ROLE_PARENT_ADDED -> new RoleParentAdded(ROLE, PARENT);
            case ROLE_PARENT_REMOVED -> new RoleParentRemoved(ROLE, PARENT);
        };
    }
}
