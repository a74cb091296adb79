package io.neomt.command.web;

import io.neomt.command.template.TemplateCommand.DefineTemplate;
import io.neomt.command.template.TemplateCommand.RemoveTemplate;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Templates of roles, which belong to the platform. */
@RestController
@RequestMapping("/api/v1/admin/role-templates/{name}")
public final class TemplateController {

    private final Writes writes;

    public TemplateController(Writes writes) {
        this.writes = writes;
    }

    record Template(@Nullable String description, List<@Nullable PermissionItem> permissions) {}

    @PutMapping
    ResponseEntity<ApiResponse<Map<String, Object>>> define(
            Caller caller, HttpServletRequest request, @PathVariable String name, @RequestBody Template body) {
        return writes.change(
                new Sender(caller, request),
                TenantId.PLATFORM,
                body,
                () -> new DefineTemplate(
                        name,
                        Objects.requireNonNullElse(body.description(), ""),
                        Lists.permissions("permissions", body.permissions())));
    }

    @DeleteMapping
    ResponseEntity<ApiResponse<Map<String, Object>>> remove(
            Caller caller, HttpServletRequest request, @PathVariable String name) {
        return writes.change(new Sender(caller, request), TenantId.PLATFORM, null, () -> new RemoveTemplate(name));
    }
}
