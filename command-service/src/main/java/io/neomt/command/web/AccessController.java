package io.neomt.command.web;

import io.neomt.command.access.AccessCommand.GrantAccess;
import io.neomt.command.access.AccessCommand.RevokeAccess;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.AccessGrantId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What users of other tenants may do in a tenant. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/access-grants", "/api/v1/access-grants"})
public final class AccessController {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Stands for every tenant that is not there: whoever asks is not told whether it is the tenant or the user. */
    private static final TenantId NOWHERE = new TenantId(new UUID(0, 0));

    private final Writes writes;
    private final TenantDirectory directory;
    private final Supplier<UUID> ids;

    public AccessController(Writes writes, TenantDirectory directory, Supplier<UUID> ids) {
        this.writes = writes;
        this.directory = directory;
        this.ids = ids;
    }

    /** @param homeTenant id or slug of the tenant that the user belongs to */
    record NewAccess(
            String homeTenant,
            UserId userId,
            String permission,
            @Nullable Effect effect,
            PermissionItem.@Nullable ResourceName resource,
            @Nullable Instant validFrom,
            @Nullable Instant expiresAt,
            @Nullable String condition) {

        PermissionItem item() {
            return new PermissionItem(permission, effect, resource, validFrom, expiresAt, condition);
        }
    }

    @PostMapping
    ResponseEntity<ApiResponse<Map<String, Object>>> grant(
            Tenant tenant, Caller caller, HttpServletRequest request, @RequestBody NewAccess body) {
        return writes.create(
                new Sender(caller, request),
                tenant.id(),
                body,
                () -> new GrantAccess(
                        new AccessGrantId(ids.get()),
                        tenant.id(),
                        home(body.homeTenant()),
                        body.userId(),
                        body.item().at("")));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<ApiResponse<Map<String, Object>>> revoke(
            Tenant tenant, Caller caller, HttpServletRequest request, @PathVariable AccessGrantId id) {
        return writes.change(new Sender(caller, request), tenant.id(), null, () -> new RevokeAccess(id));
    }

    private TenantId home(String idOrSlug) {
        if (ID.matcher(idOrSlug).matches()) {
            return TenantId.of(idOrSlug);
        }
        return directory.find(idOrSlug).map(Tenant::id).orElse(NOWHERE);
    }
}
