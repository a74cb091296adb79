package io.neomt.command.web;

import io.neomt.command.user.UserCommand.CreateUser;
import io.neomt.command.user.UserCommand.DeactivateUser;
import io.neomt.command.user.UserCommand.DeleteUser;
import io.neomt.command.user.UserCommand.ReactivateUser;
import io.neomt.command.user.UserCommand.UpdateUser;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.UserId;
import jakarta.servlet.http.HttpServletRequest;
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

/** The users of a tenant. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/users", "/api/v1/users"})
public final class UserController {

    private final Writes writes;
    private final Supplier<UUID> ids;

    public UserController(Writes writes, Supplier<UUID> ids) {
        this.writes = writes;
        this.ids = ids;
    }

    record NewUser(
            String username,
            @Nullable String email,
            @Nullable String displayName,
            @Nullable String externalId) {}

    /** @param email null for none */
    record UserText(@Nullable String email, String displayName) {}

    @PostMapping
    ResponseEntity<ApiResponse<Map<String, Object>>> create(
            Tenant tenant, Caller caller, HttpServletRequest request, @RequestBody NewUser body) {
        return writes.create(
                new Sender(caller, request),
                tenant.id(),
                body,
                () -> new CreateUser(
                        new UserId(ids.get()),
                        body.username(),
                        body.email(),
                        Objects.requireNonNullElse(body.displayName(), body.username()),
                        Objects.requireNonNullElse(body.externalId(), body.username())));
    }

    @PutMapping("/{id}")
    ResponseEntity<ApiResponse<Map<String, Object>>> update(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable UserId id,
            @RequestBody UserText body) {
        return writes.change(
                new Sender(caller, request),
                tenant.id(),
                body,
                () -> new UpdateUser(id, body.email(), body.displayName()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<ApiResponse<Map<String, Object>>> delete(
            Tenant tenant, Caller caller, HttpServletRequest request, @PathVariable UserId id) {
        return writes.change(new Sender(caller, request), tenant.id(), null, () -> new DeleteUser(id));
    }

    @PostMapping("/{id}/deactivate")
    ResponseEntity<ApiResponse<Map<String, Object>>> deactivate(
            Tenant tenant, Caller caller, HttpServletRequest request, @PathVariable UserId id) {
        return writes.change(new Sender(caller, request), tenant.id(), null, () -> new DeactivateUser(id));
    }

    @PostMapping("/{id}/reactivate")
    ResponseEntity<ApiResponse<Map<String, Object>>> reactivate(
            Tenant tenant, Caller caller, HttpServletRequest request, @PathVariable UserId id) {
        return writes.change(new Sender(caller, request), tenant.id(), null, () -> new ReactivateUser(id));
    }
}
