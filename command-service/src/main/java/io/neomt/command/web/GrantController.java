package io.neomt.command.web;

import io.neomt.command.grant.GrantCommand.AssignRoles;
import io.neomt.command.grant.GrantCommand.GrantPermission;
import io.neomt.command.grant.GrantCommand.RevokePermission;
import io.neomt.command.grant.GrantCommand.UnassignRoles;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.GrantId;
import io.neomt.event.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the users of a tenant hold: roles, direct grants and denials. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/users/{id}", "/api/v1/users/{id}"})
public final class GrantController {

    private final Writes writes;
    private final Supplier<UUID> ids;

    public GrantController(Writes writes, Supplier<UUID> ids) {
        this.writes = writes;
        this.ids = ids;
    }

    @PostMapping("/roles")
    ResponseEntity<ApiResponse<Map<String, Object>>> assign(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable UserId id,
            @RequestBody SomeRoles body) {
        return writes.change(
                new Sender(caller, request), tenant.id(), body, () -> new AssignRoles(id, body.withTerms()));
    }

    @DeleteMapping("/roles")
    ResponseEntity<ApiResponse<Map<String, Object>>> unassign(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable UserId id,
            @RequestBody SomeRoles body) {
        return writes.change(new Sender(caller, request), tenant.id(), body, () -> new UnassignRoles(id, body.ids()));
    }

    @PostMapping("/permissions")
    ResponseEntity<ApiResponse<Map<String, Object>>> grant(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable UserId id,
            @RequestBody PermissionItem body) {
        return writes.create(
                new Sender(caller, request),
                tenant.id(),
                body,
                () -> new GrantPermission(id, new GrantId(ids.get()), body.at("")));
    }

    @DeleteMapping("/permissions/{grantId}")
    ResponseEntity<ApiResponse<Map<String, Object>>> revoke(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable UserId id,
            @PathVariable GrantId grantId) {
        return writes.change(new Sender(caller, request), tenant.id(), null, () -> new RevokePermission(id, grantId));
    }
}
