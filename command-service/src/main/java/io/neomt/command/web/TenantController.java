package io.neomt.command.web;

import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.Slug;
import io.neomt.command.tenant.LifeCommand.DeleteTenant;
import io.neomt.command.tenant.LifeCommand.PurgeTenant;
import io.neomt.command.tenant.LifeCommand.RestoreTenant;
import io.neomt.command.tenant.LifeCommand.ResumeTenant;
import io.neomt.command.tenant.LifeCommand.RetryProvisioning;
import io.neomt.command.tenant.LifeCommand.SuspendTenant;
import io.neomt.command.tenant.LifeCommand.UpdateTenant;
import io.neomt.command.tenant.TenantCommand;
import io.neomt.command.tenant.TenantCommand.RequestTenant;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.DeploymentType;
import io.neomt.event.FirstAdmin;
import io.neomt.event.OrganizationId;
import io.neomt.event.TenantContact;
import io.neomt.event.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.format.DateTimeParseException;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tenants, which users of the platform make, suspend and end. */
@RestController
@RequestMapping("/api/v1/admin/tenants")
public final class TenantController {

    private final Writes writes;
    private final Supplier<UUID> ids;

    public TenantController(Writes writes, Supplier<UUID> ids) {
        this.writes = writes;
        this.ids = ids;
    }

    /** @param firstAdmin who administers the tenant from its beginning; nobody if absent */
    record NewTenant(
            String name,
            String slug,
            @Nullable OrganizationId organizationId,
            @Nullable String region,
            @Nullable DeploymentType deploymentType,
            @Nullable Boolean createKeycloakRealm,
            @Nullable NewAdmin firstAdmin,
            @Nullable Settings settings) {

        boolean freePermissionCodes() {
            return settings != null && Boolean.TRUE.equals(settings.freePermissionCodes());
        }
    }

    /** @param displayName the user name if absent */
    record NewAdmin(
            String username,
            @Nullable String email,
            @Nullable String displayName) {

        FirstAdmin admin() {
            return new FirstAdmin(username, email, Objects.requireNonNullElse(displayName, username));
        }
    }

    /** @param freePermissionCodes whether codes that the tenant's catalogue does not know may be granted; false if absent */
    record Settings(@Nullable Boolean freePermissionCodes) {}

    /** @param contacts whom to turn to, all of them */
    record TenantUpdate(String name, @Nullable List<Contact> contacts) {

        List<TenantContact> all() {
            return contacts == null
                    ? List.of()
                    : contacts.stream().map(Contact::contact).toList();
        }
    }

    /** @param kind what for, such as {@code billing} */
    record Contact(String kind, String name, @Nullable String email) {

        TenantContact contact() {
            return new TenantContact(kind, name, email);
        }
    }

    /** @param reason for those who ask later why */
    record Suspension(String reason) {}

    @PostMapping
    ResponseEntity<ApiResponse<Map<String, Object>>> request(
            Caller caller, HttpServletRequest request, @RequestBody NewTenant body) {
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
                body.freePermissionCodes(),
                Boolean.TRUE.equals(body.createKeycloakRealm()),
                body.firstAdmin() == null ? null : body.firstAdmin().admin());
    }

    @PutMapping("/{id}")
    ResponseEntity<ApiResponse<Map<String, Object>>> update(
            Caller caller, HttpServletRequest request, @PathVariable TenantId id, @RequestBody TenantUpdate body) {
        return writes.change(
                new Sender(caller, request), id, body, () -> new UpdateTenant(id, body.name(), body.all()));
    }

    @PostMapping("/{id}/suspend")
    ResponseEntity<ApiResponse<Map<String, Object>>> suspend(
            Caller caller, HttpServletRequest request, @PathVariable TenantId id, @RequestBody Suspension body) {
        return writes.change(new Sender(caller, request), id, body, () -> new SuspendTenant(id, body.reason()));
    }

    @PostMapping("/{id}/resume")
    ResponseEntity<ApiResponse<Map<String, Object>>> resume(
            Caller caller, HttpServletRequest request, @PathVariable TenantId id) {
        return change(caller, request, new ResumeTenant(id));
    }

    /** @param purgeAfter how long the tenant can be restored, as in {@code P7D}; 30 days if absent */
    @DeleteMapping("/{id}")
    ResponseEntity<ApiResponse<Map<String, Object>>> delete(
            Caller caller,
            HttpServletRequest request,
            @PathVariable TenantId id,
            @RequestParam(name = "purge_after", required = false) @Nullable String purgeAfter) {
        return writes.change(
                new Sender(caller, request),
                id,
                purgeAfter == null ? null : Map.of("purge_after", purgeAfter),
                () -> new DeleteTenant(id, duration(purgeAfter)));
    }

    private static Duration duration(@Nullable String text) {
        try {
            return text == null ? DeleteTenant.USUAL : Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidFieldException("purge_after", "is an ISO 8601 duration, such as P7D or PT1H");
        }
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<ApiResponse<Map<String, Object>>> restore(
            Caller caller, HttpServletRequest request, @PathVariable TenantId id) {
        return change(caller, request, new RestoreTenant(id));
    }

    @PostMapping("/{id}/purge")
    ResponseEntity<ApiResponse<Map<String, Object>>> purge(
            Caller caller, HttpServletRequest request, @PathVariable TenantId id) {
        return change(caller, request, new PurgeTenant(id));
    }

    @PostMapping("/{id}/provisioning/retry")
    ResponseEntity<ApiResponse<Map<String, Object>>> retry(
            Caller caller, HttpServletRequest request, @PathVariable TenantId id) {
        return change(caller, request, new RetryProvisioning(id));
    }

    private ResponseEntity<ApiResponse<Map<String, Object>>> change(
            Caller caller, HttpServletRequest request, TenantCommand command) {
        return writes.change(new Sender(caller, request), command.tenantId(), null, () -> command);
    }
}
