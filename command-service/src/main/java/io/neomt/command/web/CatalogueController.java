package io.neomt.command.web;

import io.neomt.command.catalogue.CatalogueCommand.DefinePermission;
import io.neomt.command.catalogue.CatalogueCommand.WithdrawPermission;
import io.neomt.command.tenant.TenantCommand.ChangeSettings;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.permission.ResourceAction;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The permission codes that a tenant knows, and whether it may grant others. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}", "/api/v1"})
public final class CatalogueController {

    private final Writes writes;

    public CatalogueController(Writes writes) {
        this.writes = writes;
    }

    /** @param resourceType the kind of resource that the code is about, if it is about one */
    record Definition(
            @Nullable String description, @Nullable String resourceType) {}

    /** @param freePermissionCodes whether codes that the catalogue does not know may be granted */
    record Settings(Boolean freePermissionCodes) {}

    @PutMapping("/permissions/{code}")
    ResponseEntity<ApiResponse<Map<String, Object>>> define(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable String code,
            @RequestBody Definition body) {
        return writes.change(
                new Sender(caller, request),
                tenant.id(),
                body,
                () -> new DefinePermission(
                        tenant.id(),
                        read(code),
                        Objects.requireNonNullElse(body.description(), ""),
                        body.resourceType()));
    }

    @DeleteMapping("/permissions/{code}")
    ResponseEntity<ApiResponse<Map<String, Object>>> withdraw(
            Tenant tenant, Caller caller, HttpServletRequest request, @PathVariable String code) {
        return writes.change(
                new Sender(caller, request), tenant.id(), null, () -> new WithdrawPermission(tenant.id(), read(code)));
    }

    @PutMapping("/settings")
    ResponseEntity<ApiResponse<Map<String, Object>>> changeSettings(
            Tenant tenant, Caller caller, HttpServletRequest request, @RequestBody Settings body) {
        return writes.change(
                new Sender(caller, request),
                tenant.id(),
                body,
                () -> new ChangeSettings(tenant.id(), body.freePermissionCodes()));
    }

    private static ResourceAction read(String code) {
        return PermissionItem.located("code", () -> ResourceAction.parse(code));
    }
}
