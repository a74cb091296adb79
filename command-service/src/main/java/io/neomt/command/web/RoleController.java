package io.neomt.command.web;

import io.neomt.command.role.RoleCommand.CreateRole;
import io.neomt.command.role.RoleCommand.DeleteRole;
import io.neomt.command.role.RoleCommand.SetRoleParents;
import io.neomt.command.role.RoleCommand.SetRolePermissions;
import io.neomt.command.role.RoleCommand.UpdateRole;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.RoleId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The roles of a tenant. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/roles", "/api/v1/roles"})
public final class RoleController {

    private final Writes writes;
    private final Supplier<UUID> ids;

    public RoleController(Writes writes, Supplier<UUID> ids) {
        this.writes = writes;
        this.ids = ids;
    }

    record NewRole(
            String name,
            @Nullable String description,
            @Nullable List<@Nullable PermissionItem> permissions,
            @Nullable List<@Nullable RoleItem> parents,
            @Nullable String template) {}

    record RoleText(String name, @Nullable String description) {}

    record RolePermissions(List<@Nullable PermissionItem> permissions) {}

    record RoleParents(List<@Nullable RoleItem> parents) {}

    @PostMapping
    ResponseEntity<ApiResponse<Map<String, Object>>> create(
            Tenant tenant, Caller caller, HttpServletRequest request, @RequestBody NewRole body) {
        return writes.create(
                new Sender(caller, request),
                tenant.id(),
                body,
                () -> new CreateRole(
                        new RoleId(ids.get()),
                        body.name(),
                        body.description(),
                        Lists.permissions("permissions", body.permissions()),
                        Lists.roles("parents", body.parents()),
                        body.template(),
                        false));
    }

    @PutMapping("/{id}")
    ResponseEntity<ApiResponse<Map<String, Object>>> update(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable RoleId id,
            @RequestBody RoleText body) {
        return writes.change(
                new Sender(caller, request),
                tenant.id(),
                body,
                () -> new UpdateRole(id, body.name(), Objects.requireNonNullElse(body.description(), "")));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<ApiResponse<Map<String, Object>>> delete(
            Tenant tenant, Caller caller, HttpServletRequest request, @PathVariable RoleId id) {
        return writes.change(new Sender(caller, request), tenant.id(), null, () -> new DeleteRole(id));
    }

    @PutMapping("/{id}/permissions")
    ResponseEntity<ApiResponse<Map<String, Object>>> setPermissions(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable RoleId id,
            @RequestBody RolePermissions body) {
        return writes.change(
                new Sender(caller, request),
                tenant.id(),
                body,
                () -> new SetRolePermissions(id, Lists.permissions("permissions", body.permissions())));
    }

    @PutMapping("/{id}/parents")
    ResponseEntity<ApiResponse<Map<String, Object>>> setParents(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable RoleId id,
            @RequestBody RoleParents body) {
        return writes.change(
                new Sender(caller, request),
                tenant.id(),
                body,
                () -> new SetRoleParents(id, Lists.roles("parents", body.parents())));
    }
}
