package io.neomt.query.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.EntityVersion;
import io.neomt.commons.web.PageRequest;
import io.neomt.commons.web.PagedResponse;
import io.neomt.event.TenantId;
import io.neomt.query.lookup.Catalogue;
import io.neomt.query.lookup.CodeFilter;
import io.neomt.query.lookup.CodeView;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.SettingsView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The permission codes that a tenant knows, and its settings. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}", "/api/v1"})
public final class CatalogueController {

    private final Readings readings;
    private final Catalogue catalogue;

    public CatalogueController(Readings readings, Catalogue catalogue) {
        this.readings = readings;
        this.catalogue = catalogue;
    }

    @GetMapping("/permissions")
    PagedResponse<CodeBody> listPermissions(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestParam(name = "resource_type", required = false) @Nullable String resourceType,
            @RequestParam(required = false) @Nullable String q,
            PageRequest page,
            ServletWebRequest request) {
        Reading reading = readings.of(caller, tenant, request);
        Parameters.check(request, "resource_type", "q");
        CodeFilter filter = new CodeFilter(Parameters.text("resource_type", resourceType), Parameters.text("q", q));
        TenantId id = reading.require(Permissions.READ_CATALOGUE).tenant().id();
        Page<CodeView> found = reading.read(() -> catalogue.codes(id, filter, Parameters.range(page)));
        return PagedResponse.of(found.items().stream().map(CodeBody::of).toList(), page, found.total());
    }

    @GetMapping("/settings")
    ApiResponse<SettingsView> readSettings(
            Caller caller, @PathVariable(required = false) @Nullable String tenant, ServletWebRequest request) {
        Reading reading = readings.of(caller, tenant, request).require(Permissions.READ_SETTINGS);
        SettingsView found =
                reading.read(() -> catalogue.settings(reading.tenant().id()));
        reading.etag(EntityVersion.etag(found.version()));
        return ApiResponse.of(found);
    }
}
