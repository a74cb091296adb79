package io.neomt.command.web;

import io.neomt.command.kernel.Slug;
import io.neomt.command.tenant.SystemRole;
import io.neomt.command.tenant.TenantCommand.ActivateTenant;
import io.neomt.command.tenant.TenantCommand.RequestTenant;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.DeploymentType;
import io.neomt.event.OrganizationId;
import io.neomt.event.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tenants, which users of the platform make. */
@RestController
@RequestMapping("/api/v1/admin/tenants")
public final class TenantController {

    private final Writes writes;
    private final Supplier<UUID> ids;

    public TenantController(Writes writes, Supplier<UUID> ids) {
        this.writes = writes;
        this.ids = ids;
    }

    record NewTenant(
            String name,
            String slug,
            @Nullable OrganizationId organizationId,
            @Nullable String region,
            @Nullable DeploymentType deploymentType,
            @Nullable Boolean createKeycloakRealm,
            @Nullable Settings settings) {

        boolean freePermissionCodes() {
            return settings != null && Boolean.TRUE.equals(settings.freePermissionCodes());
        }
    }

    /** @param freePermissionCodes whether codes that the tenant's catalogue does not know may be granted; false if absent */
    record Settings(@Nullable Boolean freePermissionCodes) {}

    record Activation(String connectionName, String templateVersion) {}

    @PostMapping
    ResponseEntity<ApiResponse<Map<String, Object>>> request(
            Caller caller, HttpServletRequest request, @RequestBody NewTenant body) {
        Unsupported.refuse(
                "create_keycloak_realm",
                body.createKeycloakRealm(),
                "must be false or absent: only the development issuer is there, and it has every realm");
        TenantId id = new TenantId(ids.get());
        return writes.change(new Sender(caller, request), id, body, () -> command(id, body));
    }

    private static RequestTenant command(TenantId id, NewTenant body) {
        return new RequestTenant(
                id,
                body.name(),
                new Slug(body.slug()),
                body.organizationId(),
                Objects.requireNonNullElse(body.region(), RequestTenant.DEFAULT_REGION),
                Objects.requireNonNullElse(body.deploymentType(), DeploymentType.SCHEMA),
                body.freePermissionCodes());
    }

    @PostMapping("/{id}/activate")
    ResponseEntity<ApiResponse<Map<String, Object>>> activate(
            Caller caller, HttpServletRequest request, @PathVariable TenantId id, @RequestBody Activation body) {
        return writes.change(
                new Sender(caller, request),
                id,
                body,
                () -> new ActivateTenant(
                        id, body.connectionName(), body.templateVersion(), SystemRole.ofEveryTenant(ids)));
    }
}
