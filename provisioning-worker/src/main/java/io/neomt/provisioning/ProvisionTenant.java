package io.neomt.provisioning;

import io.neomt.event.TenantId;
import io.neomt.view.SchemaName;

/** The wish that a tenant gets its schema in a region. */
public record ProvisionTenant(TenantId tenantId, SchemaName schema, String region) {}
