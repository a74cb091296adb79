package io.neomt.command.tenant;

import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.Decision;
import io.neomt.command.tenant.TenantCommand.ChangeSettings;
import io.neomt.command.tenant.TenantCommand.RequestTenant;
import io.neomt.command.tenant.TenantState.Absent;
import io.neomt.command.tenant.TenantState.Existing;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantEvent.TenantSettingsChanged;
import io.neomt.event.TenantId;
import io.neomt.view.SchemaName;
import java.time.Instant;
import java.util.Map;

/** The rules of a tenant's life. */
public final class TenantDecider {

    private TenantDecider() {}

    /** @param now the time of the command */
    public static Decision decide(
            TenantState state, TenantCommand command, TenantSurroundings surroundings, Instant now) {
        return switch (state) {
            case Absent _ -> whenAbsent(command, surroundings);
            case Existing existing -> whenExisting(existing, command, surroundings, now);
        };
    }

    /** What is over by itself. */
    public static Decision expire(TenantState state, Instant now) {
        return switch (state) {
            case Absent _ -> Decision.nothingToDo();
            case Existing existing -> LifeDecider.expire(existing, now);
        };
    }

    private static Decision whenAbsent(TenantCommand command, TenantSurroundings surroundings) {
        return switch (command) {
            case RequestTenant c -> request(c, surroundings);
            case ChangeSettings c -> notFound(c.tenantId());
            case LifeCommand c -> notFound(c.tenantId());
            case ProvisioningCommand c -> notFound(c.tenantId());
        };
    }

    private static Decision notFound(TenantId id) {
        return Decision.reject(
                CommonRejection.TENANT_NOT_FOUND, "There is no tenant with the id " + id + ".", Map.of());
    }

    private static Decision request(RequestTenant c, TenantSurroundings surroundings) {
        // the platform's own tenant is the one for whose slug the name is reserved
        if (c.slug().reserved() && !c.tenantId().equals(TenantId.PLATFORM)) {
            return Decision.reject(
                    CommonRejection.SLUG_RESERVED,
                    "The slug '" + c.slug() + "' is reserved; choose another.",
                    Map.of("field", "slug"));
        }
        if (c.organizationId() != null && !surroundings.organizationExists(c.organizationId())) {
            return Decision.reject(
                    TenantRejection.UNKNOWN_ORGANIZATION,
                    "There is no organization with the id " + c.organizationId() + "; create it first.",
                    Map.of("field", "organization_id"));
        }
        // the platform begins before its regions are registered
        if (!c.tenantId().equals(TenantId.PLATFORM) && !surroundings.regionExists(c.region())) {
            return Decision.reject(
                    TenantRejection.UNKNOWN_REGION,
                    "There is no region '" + c.region() + "' that takes tenants; register it or choose another.",
                    Map.of("field", "region"));
        }
        return Decision.accept(requested(c));
    }

    private static TenantRequested requested(RequestTenant c) {
        return new TenantRequested(
                c.tenantId(),
                c.name(),
                c.slug().value(),
                c.organizationId(),
                c.region(),
                c.deploymentType(),
                SchemaName.ofSlug(c.slug().value()).value(),
                c.freePermissionCodes(),
                c.createRealm(),
                c.firstAdmin());
    }

    private static Decision whenExisting(
            Existing tenant, TenantCommand command, TenantSurroundings surroundings, Instant now) {
        return switch (command) {
            case RequestTenant c ->
                Decision.reject(
                        TenantRejection.TENANT_EXISTS,
                        "There is already a tenant with the id " + c.tenantId() + ".",
                        Map.of());
            case ChangeSettings c ->
                tenant.freePermissionCodes() == c.freePermissionCodes()
                        ? Decision.nothingToDo()
                        : Decision.accept(new TenantSettingsChanged(c.tenantId(), c.freePermissionCodes()));
            case LifeCommand c -> LifeDecider.decide(tenant, c, now);
            case ProvisioningCommand c -> ProvisioningDecider.decide(tenant, c, surroundings);
        };
    }
}
