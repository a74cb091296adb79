package io.neomt.event;

import org.jspecify.annotations.Nullable;

/** What happens to a tenant as a whole; recorded in the tenant's own sequence. */
public sealed interface TenantEvent extends Event {

    TenantId tenantId();

    /**
     * A tenant was asked for; nothing of it exists yet.
     *
     * @param schemaName fixed at creation, like the slug it is made from
     * @param freePermissionCodes whether codes that the tenant's catalogue does not know may be granted
     */
    record TenantRequested(
            TenantId tenantId,
            String name,
            String slug,
            @Nullable OrganizationId organizationId,
            String region,
            DeploymentType deploymentType,
            String schemaName,
            boolean freePermissionCodes)
            implements TenantEvent {}

    /**
     * The tenant's schema exists and is at the template's version: from here on its users and roles can be changed.
     *
     * @param connectionName the row of {@code admin.database_connections} that holds the schema
     * @param templateVersion the version of the tenant template that the schema was made from
     */
    record TenantActivated(TenantId tenantId, String connectionName, String templateVersion) implements TenantEvent {}

    /** The settings of the tenant, all of them, as they are from here on. */
    record TenantSettingsChanged(TenantId tenantId, boolean freePermissionCodes) implements TenantEvent {}
}
