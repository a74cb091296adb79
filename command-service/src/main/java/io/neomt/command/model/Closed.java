package io.neomt.command.model;

import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.tenant.TenantState;
import java.util.Map;
import java.util.Optional;

/** Says of a tenant that is not to be used why it is not. */
final class Closed {

    private Closed() {}

    static Optional<Rejection> why(TenantState.Existing tenant) {
        return switch (tenant.status()) {
            case ACTIVE -> Optional.empty();
            case REQUESTED, PROVISIONING, FAILED ->
                refuse(tenant, CommonRejection.TENANT_NOT_ACTIVE, "is still being made; try again when it is active");
            case SUSPENDED ->
                refuse(
                        tenant,
                        CommonRejection.TENANT_SUSPENDED,
                        "is suspended; nothing can be done until it is resumed");
            case DEPROVISIONING, DELETED, PURGED ->
                refuse(tenant, CommonRejection.TENANT_DELETED, "is deleted; nothing can be done in it any more");
        };
    }

    private static Optional<Rejection> refuse(TenantState.Existing tenant, CommonRejection code, String why) {
        return Optional.of(new Rejection(
                code, "The tenant '" + tenant.slug() + "' " + why + ".", Map.of("tenant", tenant.slug())));
    }
}
