package io.neomt.query.web;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.connections.TenantStatus;
import io.neomt.commons.security.Caller;
import io.neomt.commons.security.TenantAccess;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.EntityVersion;
import io.neomt.commons.web.PageRequest;
import io.neomt.commons.web.PagedResponse;
import io.neomt.event.OrganizationId;
import io.neomt.event.TenantId;
import io.neomt.query.lookup.OrganizationView;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.Platform;
import io.neomt.query.lookup.TenantFilter;
import io.neomt.query.lookup.TenantView;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Organizations and tenants, for users of the platform. */
@RestController
@RequestMapping("/api/v1/admin")
public final class PlatformController {

    private static final List<String> STATUSES = Stream.of(TenantStatus.values())
            .map(status -> status.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Readings readings;
    private final TenantAccess access;
    private final Platform platform;

    public PlatformController(Readings readings, TenantAccess access, Platform platform) {
        this.readings = readings;
        this.access = access;
        this.platform = platform;
    }

    @GetMapping("/organizations")
    PagedResponse<OrganizationView> listOrganizations(Caller caller, PageRequest page, ServletWebRequest request) {
        Reading reading = readings.ofPlatform(caller, request);
        Parameters.check(request);
        reading.require(Permissions.READ_ORGANIZATIONS);
        Page<OrganizationView> found =
                reading.readNewest(TenantId.PLATFORM, () -> platform.organizations(Parameters.range(page)));
        return PagedResponse.of(found.items(), page, found.total());
    }

    @GetMapping("/organizations/{id}")
    ApiResponse<OrganizationView> readOrganization(Caller caller, @PathVariable String id, ServletWebRequest request) {
        OrganizationId organization = Ids.parse("id", id, OrganizationId::of);
        Reading reading = readings.ofPlatform(caller, request).require(Permissions.READ_ORGANIZATIONS);
        OrganizationView found = reading.readNewest(TenantId.PLATFORM, () -> platform.organization(organization))
                .orElseThrow(() -> Refusals.organizationNotFound(organization));
        reading.etag(EntityVersion.etag(found.version()));
        return ApiResponse.of(found);
    }

    @GetMapping("/tenants")
    PagedResponse<TenantView> listTenants(
            Caller caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String q,
            PageRequest page,
            ServletWebRequest request) {
        Reading reading = readings.ofPlatform(caller, request);
        Parameters.check(request, "status", "organization", "q");
        TenantFilter filter = new TenantFilter(
                Parameters.oneOf("status", status, STATUSES),
                Parameters.id("organization", organization, text -> OrganizationId.of(text)
                        .value()),
                Parameters.text("q", q));
        reading.require(Permissions.READ_TENANTS);
        Page<TenantView> found =
                reading.readNewest(TenantId.PLATFORM, () -> platform.tenants(filter, Parameters.range(page)));
        return PagedResponse.of(found.items(), page, found.total());
    }

    /** @param tenant its id or slug */
    @GetMapping("/tenants/{tenant}")
    ApiResponse<TenantView> readTenant(Caller caller, @PathVariable String tenant, ServletWebRequest request) {
        Reading reading = readings.ofPlatform(caller, request).require(Permissions.READ_TENANTS);
        Tenant named = access.resolve(caller, tenant);
        TenantView found = reading.readNewest(named.id(), () -> platform.tenant(named.id()))
                .orElseThrow(() -> Refusals.tenantNotFound(tenant));
        reading.etag(EntityVersion.etag(found.version()));
        return ApiResponse.of(found);
    }
}
