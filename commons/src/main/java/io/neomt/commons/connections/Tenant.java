package io.neomt.commons.connections;

import io.neomt.event.TenantId;
import io.neomt.view.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant is found.
 *
 * @param connectionName the row of {@code admin.database_connections}; null until the tenant was active
 */
public record Tenant(
        TenantId id,
        String slug,
        SchemaName schema,
        TenantStatus status,
        @Nullable String connectionName,
        String region) {

    /** Whether its rows are there, although perhaps nobody may use them. */
    public boolean kept() {
        return connectionName != null
                && switch (status) {
                    case ACTIVE, SUSPENDED, DEPROVISIONING, DELETED -> true;
                    case REQUESTED, PROVISIONING, FAILED, PURGED -> false;
                };
    }

    public boolean active() {
        return status == TenantStatus.ACTIVE;
    }
}
