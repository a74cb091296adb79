package io.neomt.query.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.EntityVersion;
import io.neomt.commons.web.PageRequest;
import io.neomt.commons.web.PagedResponse;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.permission.InvalidPermissionException;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.ResourceFilter;
import io.neomt.query.lookup.ResourceView;
import io.neomt.query.lookup.Resources;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** What a tenant registered of its resources. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/resources", "/api/v1/resources"})
public final class ResourceController {

    private final Readings readings;
    private final Resources resources;

    public ResourceController(Readings readings, Resources resources) {
        this.readings = readings;
        this.resources = resources;
    }

    @GetMapping
    PagedResponse<ResourceBody> listResources(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(name = "owner_id", required = false) @Nullable String ownerId,
            @RequestParam(name = "team_id", required = false) @Nullable String teamId,
            PageRequest page,
            ServletWebRequest request) {
        Reading reading = readings.of(caller, tenant, request);
        Parameters.check(request, "type", "owner_id", "team_id");
        ResourceFilter filter = new ResourceFilter(
                Parameters.text("type", type),
                Parameters.id("owner_id", ownerId, text -> UserId.of(text).value()),
                Parameters.id("team_id", teamId, text -> TeamId.of(text).value()));
        TenantId id = reading.require(Permissions.READ_RESOURCES).tenant().id();
        Page<ResourceView> found = reading.read(() -> resources.list(id, filter, Parameters.range(page)));
        return PagedResponse.of(found.items().stream().map(ResourceBody::of).toList(), page, found.total());
    }

    @GetMapping("/{type}/{id}")
    ApiResponse<ResourceBody> readResource(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @PathVariable String type,
            @PathVariable String id,
            ServletWebRequest request) {
        Instance instance = instance(type, id);
        Reading reading = readings.of(caller, tenant, request).require(Permissions.READ_RESOURCES);
        ResourceView found = reading.read(() -> resources.find(reading.tenant().id(), instance))
                .orElseThrow(() -> Refusals.resourceNotFound(instance));
        reading.etag(EntityVersion.etag(found.version()));
        return ApiResponse.of(ResourceBody.of(found));
    }

    private static Instance instance(String type, String id) {
        try {
            return new Instance(type, id);
        } catch (InvalidPermissionException e) {
            throw Refusals.invalidPermission("resource", "type/id, such as document/42", e);
        }
    }
}
