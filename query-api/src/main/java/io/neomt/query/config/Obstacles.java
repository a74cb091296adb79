package io.neomt.query.config;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.event.TenantId;
import io.neomt.permission.Decision.Cause;
import java.util.Optional;
import java.util.function.Function;

/** Why nobody may do anything in a tenant. */
record Obstacles(TenantDirectory directory) implements Function<TenantId, Optional<Cause>> {

    @Override
    public Optional<Cause> apply(TenantId id) {
        return directory.find(id).map(tenant -> obstacle(tenant)).orElse(Optional.of(Cause.TENANT_NOT_ACTIVE));
    }

    private static Optional<Cause> obstacle(Tenant tenant) {
        return switch (tenant.status()) {
            case ACTIVE -> Optional.empty();
            case REQUESTED, PROVISIONING, FAILED -> Optional.of(Cause.TENANT_NOT_ACTIVE);
            case SUSPENDED -> Optional.of(Cause.TENANT_SUSPENDED);
            case DEPROVISIONING, DELETED, PURGED -> Optional.of(Cause.TENANT_DELETED);
        };
    }
}
