package io.neomt.command.web;

import io.neomt.command.team.TeamCommand.CreateTeam;
import io.neomt.command.team.TeamCommand.DeleteTeam;
import io.neomt.command.team.TeamCommand.MergeTeam;
import io.neomt.command.team.TeamCommand.MoveTeam;
import io.neomt.command.team.TeamCommand.UpdateTeam;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.TeamId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The teams of a tenant: their life and their place. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/teams", "/api/v1/teams"})
public final class TeamController {

    private final Writes writes;
    private final Supplier<UUID> ids;

    public TeamController(Writes writes, Supplier<UUID> ids) {
        this.writes = writes;
        this.ids = ids;
    }

    record NewTeam(
            String name,
            @Nullable String description,
            @Nullable TeamId parentId) {}

    record TeamText(String name, @Nullable String description) {}

    /** @param parentId null for none */
    record TeamParent(@Nullable TeamId parentId) {}

    record Merge(TeamId into) {}

    @PostMapping
    ResponseEntity<ApiResponse<Map<String, Object>>> create(
            Tenant tenant, Caller caller, HttpServletRequest request, @RequestBody NewTeam body) {
        return writes.create(
                new Sender(caller, request),
                tenant.id(),
                body,
                () -> new CreateTeam(new TeamId(ids.get()), body.name(), text(body.description()), body.parentId()));
    }

    @PutMapping("/{id}")
    ResponseEntity<ApiResponse<Map<String, Object>>> update(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable TeamId id,
            @RequestBody TeamText body) {
        return writes.change(
                new Sender(caller, request),
                tenant.id(),
                body,
                () -> new UpdateTeam(id, body.name(), text(body.description())));
    }

    /** @param children {@code move_up} puts the teams below where this one stood */
    @DeleteMapping("/{id}")
    ResponseEntity<ApiResponse<Map<String, Object>>> delete(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable TeamId id,
            @RequestParam @Nullable String children) {
        if (children != null && !children.equals("move_up")) {
            throw ApiException.validation("children", "is move_up or absent");
        }
        return writes.change(
                new Sender(caller, request), tenant.id(), null, () -> new DeleteTeam(id, children != null));
    }

    @PutMapping("/{id}/parent")
    ResponseEntity<ApiResponse<Map<String, Object>>> move(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable TeamId id,
            @RequestBody TeamParent body) {
        return writes.change(new Sender(caller, request), tenant.id(), body, () -> new MoveTeam(id, body.parentId()));
    }

    @PostMapping("/{id}/merge")
    ResponseEntity<ApiResponse<Map<String, Object>>> merge(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable TeamId id,
            @RequestBody Merge body) {
        return writes.change(new Sender(caller, request), tenant.id(), body, () -> new MergeTeam(id, body.into()));
    }

    private static String text(@Nullable String description) {
        return Objects.requireNonNullElse(description, "");
    }
}
