package io.neomt.command.web;

import io.neomt.command.resource.ResourceCommand.RegisterResource;
import io.neomt.command.resource.ResourceCommand.RemoveResource;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The resources that permissions of a tenant are about. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/resources/{type}/{id}", "/api/v1/resources/{type}/{id}"})
public final class ResourceController {

    private final Writes writes;
    private final Properties properties;

    public ResourceController(Writes writes, Properties properties) {
        this.writes = writes;
        this.properties = properties;
    }

    /** @param properties what conditions may ask for, an object */
    record Registration(
            @Nullable UserId ownerId,
            @Nullable TeamId teamId,
            @Nullable ObjectNode properties) {}

    @PutMapping
    ResponseEntity<ApiResponse<Map<String, Object>>> register(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable String type,
            @PathVariable String id,
            @RequestBody Registration body) {
        return writes.change(
                new Sender(caller, request),
                tenant.id(),
                body,
                () -> new RegisterResource(
                        instance(type, id), body.ownerId(), body.teamId(), properties.text(body.properties())));
    }

    @DeleteMapping
    ResponseEntity<ApiResponse<Map<String, Object>>> remove(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable String type,
            @PathVariable String id) {
        return writes.change(
                new Sender(caller, request), tenant.id(), null, () -> new RemoveResource(instance(type, id)));
    }

    private static Instance instance(String type, String id) {
        return PermissionItem.located("resource", () -> new Instance(type, id));
    }
}
