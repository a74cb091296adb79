package io.neomt.query.web;

import io.neomt.commons.connections.Tenant;
import io.neomt.permission.Decision.Cause;
import java.util.Optional;

/** Why nobody may do anything in a tenant. */
public final class Obstacle {

    private Obstacle() {}

    /** Empty where the tenant is active. */
    public static Optional<Cause> of(Tenant tenant) {
        return switch (tenant.status()) {
            case ACTIVE -> Optional.empty();
            case REQUESTED, PROVISIONING, FAILED -> Optional.of(Cause.TENANT_NOT_ACTIVE);
            case SUSPENDED -> Optional.of(Cause.TENANT_SUSPENDED);
            case DEPROVISIONING, DELETED, PURGED -> Optional.of(Cause.TENANT_DELETED);
        };
    }
}
