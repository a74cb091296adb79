package io.neomt.query.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.PageRequest;
import io.neomt.commons.web.PagedResponse;
import io.neomt.event.AccessGrantId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.query.lookup.AccessGrantView;
import io.neomt.query.lookup.AccessGrants;
import io.neomt.query.lookup.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** What users of other tenants may do in a tenant. Access is given and taken back, never changed: it has no version. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/access-grants", "/api/v1/access-grants"})
public final class AccessGrantController {

    private final Readings readings;
    private final AccessGrants grants;

    public AccessGrantController(Readings readings, AccessGrants grants) {
        this.readings = readings;
        this.grants = grants;
    }

    @GetMapping
    PagedResponse<AccessGrantBody> listAccessGrants(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestParam(name = "user_id", required = false) @Nullable String userId,
            PageRequest page,
            ServletWebRequest request) {
        Reading reading = readings.of(caller, tenant, request);
        Parameters.check(request, "user_id");
        UserId user = Parameters.id("user_id", userId, UserId::of);
        TenantId id = reading.require(Permissions.READ_ACCESS).tenant().id();
        Page<AccessGrantView> found = reading.read(() -> grants.list(id, user, Parameters.range(page)));
        return PagedResponse.of(found.items().stream().map(AccessGrantBody::of).toList(), page, found.total());
    }

    @GetMapping("/{id}")
    ApiResponse<AccessGrantBody> readAccessGrant(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @PathVariable String id,
            ServletWebRequest request) {
        AccessGrantId grant = Ids.parse("id", id, AccessGrantId::of);
        Reading reading = readings.of(caller, tenant, request).require(Permissions.READ_ACCESS);
        AccessGrantView found = reading.read(() -> grants.find(reading.tenant().id(), grant))
                .orElseThrow(() -> Refusals.accessGrantNotFound(grant));
        return ApiResponse.of(AccessGrantBody.of(found));
    }
}
