package io.neomt.command.tenant;

import io.neomt.event.OrganizationId;

/** What a tenant's rules must know of the platform around it. */
public interface TenantSurroundings {

    boolean organizationExists(OrganizationId id);

    /** Whether a region of this code is registered and takes tenants. */
    boolean regionExists(String code);

    /** Whether a connection of this name is registered. */
    boolean connectionExists(String connectionName);
}
