package io.neomt.command.web;

import io.neomt.command.kernel.Membership;
import io.neomt.command.team.TeamCommand.AddMembers;
import io.neomt.command.team.TeamCommand.AssignTeamRoles;
import io.neomt.command.team.TeamCommand.RemoveMembers;
import io.neomt.command.team.TeamCommand.SetTeamPermissions;
import io.neomt.command.team.TeamCommand.UnassignTeamRoles;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the teams of a tenant have: members, roles, permissions. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/teams/{id}", "/api/v1/teams/{id}"})
public final class TeamHoldingsController {

    private final Writes writes;

    public TeamHoldingsController(Writes writes) {
        this.writes = writes;
    }

    record NewMembers(List<@Nullable MemberItem> members) {

        Map<UserId, Membership> all() {
            Map<UserId, Membership> all = new LinkedHashMap<>();
            Lists.forEach("members", members, (at, item) -> {
                Membership membership = item.membership(at + ".");
                Membership before = all.putIfAbsent(item.userId(), membership);
                if (before != null && !before.equals(membership)) {
                    throw ApiException.validation(at, "names a user who is made a member otherwise, too");
                }
            });
            return all;
        }
    }

    record SomeUsers(List<@Nullable UserId> userIds) {}

    record TeamPermissions(List<@Nullable PermissionItem> permissions) {}

    @PostMapping("/members")
    ResponseEntity<ApiResponse<Map<String, Object>>> addMembers(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable TeamId id,
            @RequestBody NewMembers body) {
        return writes.change(new Sender(caller, request), tenant.id(), body, () -> new AddMembers(id, body.all()));
    }

    @DeleteMapping("/members")
    ResponseEntity<ApiResponse<Map<String, Object>>> removeMembers(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable TeamId id,
            @RequestBody SomeUsers body) {
        return writes.change(
                new Sender(caller, request),
                tenant.id(),
                body,
                () -> new RemoveMembers(id, Lists.set("user_ids", body.userIds())));
    }

    @PostMapping("/roles")
    ResponseEntity<ApiResponse<Map<String, Object>>> assign(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable TeamId id,
            @RequestBody SomeRoles body) {
        return writes.change(
                new Sender(caller, request), tenant.id(), body, () -> new AssignTeamRoles(id, body.withTerms()));
    }

    @DeleteMapping("/roles")
    ResponseEntity<ApiResponse<Map<String, Object>>> unassign(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable TeamId id,
            @RequestBody SomeRoles body) {
        return writes.change(
                new Sender(caller, request), tenant.id(), body, () -> new UnassignTeamRoles(id, body.ids()));
    }

    @PutMapping("/permissions")
    ResponseEntity<ApiResponse<Map<String, Object>>> setPermissions(
            Tenant tenant,
            Caller caller,
            HttpServletRequest request,
            @PathVariable TeamId id,
            @RequestBody TeamPermissions body) {
        return writes.change(
                new Sender(caller, request),
                tenant.id(),
                body,
                () -> new SetTeamPermissions(id, Lists.permissions("permissions", body.permissions())));
    }
}
