package io.neomt.command.web;

import io.neomt.command.kernel.Slug;
import io.neomt.command.organization.OrganizationCommand.CreateOrganization;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.OrganizationId;
import io.neomt.event.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Organizations, which belong to the platform. */
@RestController
@RequestMapping("/api/v1/admin/organizations")
public final class OrganizationController {

    private final Writes writes;
    private final Supplier<UUID> ids;

    public OrganizationController(Writes writes, Supplier<UUID> ids) {
        this.writes = writes;
        this.ids = ids;
    }

    record NewOrganization(String name, String slug) {}

    @PostMapping
    ResponseEntity<ApiResponse<Map<String, Object>>> create(
            Caller caller, HttpServletRequest request, @RequestBody NewOrganization body) {
        return writes.create(
                new Sender(caller, request),
                TenantId.PLATFORM,
                body,
                () -> new CreateOrganization(new OrganizationId(ids.get()), body.name(), new Slug(body.slug())));
    }
}
