package io.neomt.query.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.EntityVersion;
import io.neomt.commons.web.PageRequest;
import io.neomt.commons.web.PagedResponse;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.RoleDetail;
import io.neomt.query.lookup.RoleView;
import io.neomt.query.lookup.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The roles of a tenant. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/roles", "/api/v1/roles"})
public final class RoleController {

    private final Readings readings;
    private final Roles roles;

    public RoleController(Readings readings, Roles roles) {
        this.readings = readings;
        this.roles = roles;
    }

    @GetMapping
    PagedResponse<RoleView> listRoles(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String name,
            PageRequest page,
            ServletWebRequest request) {
        Reading reading = readings.of(caller, tenant, request);
        Parameters.check(request, "name");
        String start = Parameters.text("name", name);
        TenantId id = reading.require(Permissions.READ_ROLES).tenant().id();
        Page<RoleView> found = reading.read(() -> roles.list(id, start, Parameters.range(page)));
        return PagedResponse.of(found.items(), page, found.total());
    }

    @GetMapping("/{id}")
    ApiResponse<RoleBody> readRole(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @PathVariable String id,
            ServletWebRequest request) {
        RoleId role = Ids.parse("id", id, RoleId::of);
        Reading reading = readings.of(caller, tenant, request).require(Permissions.READ_ROLES);
        RoleDetail found = reading.read(() -> roles.find(reading.tenant().id(), role))
                .orElseThrow(() -> Refusals.roleNotFound(role));
        reading.etag(EntityVersion.etag(found.role().version()));
        return ApiResponse.of(RoleBody.of(found));
    }
}
