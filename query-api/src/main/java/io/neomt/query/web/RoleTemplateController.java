package io.neomt.query.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.EntityVersion;
import io.neomt.commons.web.PageRequest;
import io.neomt.commons.web.PagedResponse;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.RoleTemplateView;
import io.neomt.query.lookup.RoleTemplates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Templates of roles, for users of the platform. */
@RestController
@RequestMapping("/api/v1/admin/role-templates")
public final class RoleTemplateController {

    private final Readings readings;
    private final RoleTemplates templates;

    public RoleTemplateController(Readings readings, RoleTemplates templates) {
        this.readings = readings;
        this.templates = templates;
    }

    @GetMapping
    PagedResponse<RoleTemplateBody> listRoleTemplates(Caller caller, PageRequest page, ServletWebRequest request) {
        Reading reading = readings.ofPlatform(caller, request);
        Parameters.check(request);
        reading.require(Permissions.READ_TEMPLATES);
        Page<RoleTemplateView> found = reading.read(() -> templates.list(Parameters.range(page)));
        return PagedResponse.of(found.items().stream().map(RoleTemplateBody::of).toList(), page, found.total());
    }

    @GetMapping("/{name}")
    ApiResponse<RoleTemplateBody> readRoleTemplate(
            Caller caller, @PathVariable String name, ServletWebRequest request) {
        Reading reading = readings.ofPlatform(caller, request).require(Permissions.READ_TEMPLATES);
        RoleTemplateView found =
                reading.read(() -> templates.find(name)).orElseThrow(() -> Refusals.roleTemplateNotFound(name));
        reading.etag(EntityVersion.etag(found.version()));
        return ApiResponse.of(RoleTemplateBody.of(found));
    }
}
