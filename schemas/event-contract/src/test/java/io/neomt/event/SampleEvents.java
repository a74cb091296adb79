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
import io.neomt.permission.Effect;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.ResourceAction;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.List;

/** One fixed event of every type: the approved bytes are made from these. */
public final class SampleEvents {

    private static final TenantId TENANT = TenantId.of("0198c5a0-0000-7000-8000-000000000001");
    private static final OrganizationId ORGANIZATION = OrganizationId.of("0198c5a0-0000-7000-8000-000000000002");
    private static final UserId USER = UserId.of("0198c5a0-0000-7000-8000-000000000003");
    private static final RoleId ROLE = RoleId.of("0198c5a0-0000-7000-8000-000000000004");
    private static final RoleId PARENT = RoleId.of("0198c5a0-0000-7000-8000-000000000005");
    private static final GrantId GRANT = GrantId.of("0198c5a0-0000-7000-8000-000000000006");
    private static final TeamId TEAM = TeamId.of("0198c5a0-0000-7000-8000-000000000007");
    private static final TeamId ABOVE = TeamId.of("0198c5a0-0000-7000-8000-000000000008");
    private static final AccessGrantId ACCESS = AccessGrantId.of("0198c5a0-0000-7000-8000-000000000009");
    private static final TenantId HOME = TenantId.of("0198c5a0-0000-7000-8000-00000000000a");
    private static final MigrationRunId RUN = MigrationRunId.of("0198c5a0-0000-7000-8000-00000000000b");
    private static final Instance DOCUMENT = new Instance("document", "42");
    private static final ResourceAction CODE = ResourceAction.parse("invoices.approve");
    private static final Terms TERMS = Terms.of(
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-12-31T23:59:59.999Z"),
            "context.channel == \"office\"");
    private static final Instant LATER = Instant.parse("2026-12-31T23:59:59.999Z");
    private static final Permission DENIAL =
            new Permission(PermissionPattern.parse("users.read.tenant"), Effect.DENY, DOCUMENT, TERMS);
    private static final Permission GRANT_OF_ALL = Permission.grant(PermissionPattern.parse("users.*.*"));

    private SampleEvents() {}

    public static Event of(EventType type) {
        return switch (type) {
            case ORGANIZATION_CREATED -> new OrganizationCreated(ORGANIZATION, "Acme Holding", "acme-holding");
            case TENANT_REQUESTED ->
                new TenantRequested(
                        TENANT,
                        "Acme",
                        "acme",
                        ORGANIZATION,
                        "eu-west",
                        DeploymentType.SCHEMA,
                        "tenant_acme",
                        false,
                        true,
                        new FirstAdmin("ada", "ada@acme.example", "Ada Lovelace"));
            case TENANT_ACTIVATED -> new TenantActivated(TENANT, "shared-eu-west", "1");
            case TENANT_SETTINGS_CHANGED -> new TenantSettingsChanged(TENANT, true);
            case TENANT_PLACED ->
                new TenantPlaced(
                        TENANT, "shared-eu-west", "tenant_acme", List.of("region eu-west", "3 of 500 tenants"));
            case TENANT_PROVISIONING_ADVANCED ->
                new TenantProvisioningAdvanced(TENANT, "schema", 2, StepOutcome.DONE, 17, "42 objects");
            case TENANT_PROVISIONING_FAILED ->
                new TenantProvisioningFailed(TENANT, "schema", "permission denied for database");
            case TENANT_PROVISIONING_RETRIED -> new TenantProvisioningRetried(TENANT);
            case TENANT_UPDATED ->
                new TenantUpdated(TENANT, "Acme AG", List.of(new TenantContact("billing", "Bob", "bob@acme.example")));
            case TENANT_SUSPENDED -> new TenantSuspended(TENANT, "unpaid");
            case TENANT_RESUMED -> new TenantResumed(TENANT);
            case TENANT_DELETION_REQUESTED -> new TenantDeletionRequested(TENANT, LATER);
            case TENANT_DELETED -> new TenantDeleted(TENANT, LATER);
            case TENANT_RESTORED -> new TenantRestored(TENANT);
            case TENANT_PURGE_REQUESTED -> new TenantPurgeRequested(TENANT);
            case TENANT_PURGED -> new TenantPurged(TENANT, List.of("schema tenant_acme", "17 keys"));
            case USER_CREATED -> new UserCreated(USER, "ada", "ada@acme.example", "Ada Lovelace", "kc-ada");
            case USER_UPDATED -> new UserUpdated(USER, "ada@acme.example", "Ada King");
            case USER_DEACTIVATED -> new UserDeactivated(USER);
            case USER_REACTIVATED -> new UserReactivated(USER);
            case USER_DELETED -> new UserDeleted(USER);
            case ROLE_ASSIGNED -> new RoleAssigned(USER, ROLE, TERMS);
            case ROLE_UNASSIGNED -> new RoleUnassigned(USER, ROLE, Cause.EXPIRED);
            case USER_PERMISSION_GRANTED -> new UserPermissionGranted(USER, GRANT, DENIAL);
            case USER_PERMISSION_REVOKED -> new UserPermissionRevoked(USER, GRANT, Cause.EXPIRED);
            case ROLE_CREATED -> new RoleCreated(ROLE, "auditor", "Reads, never writes – nor deletes", true);
            case ROLE_UPDATED -> new RoleUpdated(ROLE, "auditor", "");
            case ROLE_DELETED -> new RoleDeleted(ROLE);
            case ROLE_PERMISSION_GRANTED -> new RolePermissionGranted(ROLE, DENIAL);
            case ROLE_PERMISSION_REVOKED -> new RolePermissionRevoked(ROLE, DENIAL, Cause.EXPIRED);
            case ROLE_PARENT_ADDED -> new RoleParentAdded(ROLE, PARENT, TERMS);
            case ROLE_PARENT_REMOVED -> new RoleParentRemoved(ROLE, PARENT, Cause.EXPIRED);
            case TEAM_CREATED -> new TeamCreated(TEAM, "platform", "Keeps it running", ABOVE);
            case TEAM_UPDATED -> new TeamUpdated(TEAM, "platform", "");
            case TEAM_MOVED -> new TeamMoved(TEAM, ABOVE);
            case TEAM_DELETED -> new TeamDeleted(TEAM, ABOVE);
            case TEAM_MEMBER_ADDED -> new TeamMemberAdded(TEAM, USER, "lead", TERMS);
            case TEAM_MEMBER_REMOVED -> new TeamMemberRemoved(TEAM, USER, Cause.EXPIRED);
            case TEAM_ROLE_ASSIGNED -> new TeamRoleAssigned(TEAM, ROLE, TERMS);
            case TEAM_ROLE_UNASSIGNED -> new TeamRoleUnassigned(TEAM, ROLE, Cause.EXPIRED);
            case TEAM_PERMISSION_GRANTED -> new TeamPermissionGranted(TEAM, DENIAL);
            case TEAM_PERMISSION_REVOKED -> new TeamPermissionRevoked(TEAM, DENIAL, Cause.EXPIRED);
            case PERMISSION_DEFINED -> new PermissionDefined(CODE, "Approve an invoice", "invoice");
            case PERMISSION_WITHDRAWN -> new PermissionWithdrawn(CODE);
            case RESOURCE_REGISTERED -> new ResourceRegistered(DOCUMENT, USER, TEAM, "{\"status\":\"draft\"}");
            case RESOURCE_REMOVED -> new ResourceRemoved(DOCUMENT);
            case ACCESS_GRANTED -> new AccessGranted(ACCESS, HOME, USER, DENIAL);
            case ACCESS_REVOKED -> new AccessRevoked(ACCESS, Cause.EXPIRED);
            case ROLE_TEMPLATE_DEFINED ->
                new RoleTemplateDefined("approver", "Approves", List.of(GRANT_OF_ALL, DENIAL));
            case ROLE_TEMPLATE_REMOVED -> new RoleTemplateRemoved("approver");
            case MIGRATION_RUN_CHANGED ->
                new MigrationEvent.MigrationRunChanged(
                        RUN, MigrationEvent.RunChange.STOPPED, "tenants", "apply", 1000, "three in a row");
            case MIGRATION_WAVE_CHANGED ->
                new MigrationEvent.MigrationWaveChanged(RUN, 2, MigrationEvent.WaveChange.ENDED, 50, 1);
            case SCHEMA_MIGRATED ->
                new MigrationEvent.SchemaMigrated(
                        RUN, "tenant", "eu-primary", "tenant_acme", TENANT, "3", "2001", 2, 17);
            case SCHEMA_MIGRATION_FAILED ->
                new MigrationEvent.SchemaMigrationFailed(
                        RUN, "template", "eu-primary", "tenant_template", null, "2001", 1, "42P07", "it exists");
            case EVENT_SKIPPED ->
                new ProjectionEvent.EventSkipped(TENANT, new Position(41), "tenantschema", "a role that never was");
            case EVENT_PATCHED ->
                new ProjectionEvent.EventPatched(
                        TENANT,
                        new Position(41),
                        "tenantschema",
                        "the name was too long",
                        "neo.user.deactivated.v1",
                        -17L,
                        "AAECAw==");
        };
    }
}
