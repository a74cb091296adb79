package io.neomt.query.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.EntityVersion;
import io.neomt.commons.web.PageRequest;
import io.neomt.commons.web.PagedResponse;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.query.lookup.AssignedRole;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.TeamDetail;
import io.neomt.query.lookup.TeamFilter;
import io.neomt.query.lookup.TeamMember;
import io.neomt.query.lookup.TeamView;
import io.neomt.query.lookup.Teams;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The teams of a tenant, their members and what they give. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/teams", "/api/v1/teams"})
public final class TeamController {

    private final Readings readings;
    private final Teams teams;

    public TeamController(Readings readings, Teams teams) {
        this.readings = readings;
        this.teams = teams;
    }

    @GetMapping
    PagedResponse<TeamView> listTeams(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestParam(name = "parent_id", required = false) @Nullable String parentId,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String q,
            PageRequest page,
            ServletWebRequest request) {
        Reading reading = readings.of(caller, tenant, request);
        Parameters.check(request, "parent_id", "name", "q");
        TeamFilter filter = new TeamFilter(
                Parameters.id("parent_id", parentId, text -> TeamId.of(text).value()),
                Parameters.text("name", name),
                Parameters.text("q", q));
        TenantId id = reading.require(Permissions.READ_TEAMS).tenant().id();
        Page<TeamView> found = reading.read(() -> teams.list(id, filter, Parameters.range(page)));
        return PagedResponse.of(found.items(), page, found.total());
    }

    @GetMapping("/{id}")
    ApiResponse<TeamBody> readTeam(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @PathVariable String id,
            ServletWebRequest request) {
        TeamId team = team(id);
        Reading reading = readable(caller, tenant, request);
        TeamDetail found = reading.read(() -> teams.find(reading.tenant().id(), team))
                .orElseThrow(() -> Refusals.teamNotFound(team));
        reading.etag(EntityVersion.etag(found.team().version()));
        return ApiResponse.of(TeamBody.of(found));
    }

    @GetMapping("/{id}/members")
    PagedResponse<TeamMemberBody> listMembersOfTeam(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @PathVariable String id,
            PageRequest page,
            ServletWebRequest request) {
        TeamId team = team(id);
        Parameters.check(request);
        Reading reading = readable(caller, tenant, request);
        Page<TeamMember> found = reading.read(
                        () -> teams.members(reading.tenant().id(), team, Parameters.range(page)))
                .orElseThrow(() -> Refusals.teamNotFound(team));
        List<TeamMemberBody> members =
                found.items().stream().map(TeamMemberBody::of).toList();
        return PagedResponse.of(members, page, found.total());
    }

    @GetMapping("/{id}/roles")
    PagedResponse<AssignedRoleBody> listRolesOfTeam(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @PathVariable String id,
            PageRequest page,
            ServletWebRequest request) {
        TeamId team = team(id);
        Parameters.check(request);
        Reading reading = readable(caller, tenant, request);
        List<AssignedRole> found = reading.read(
                        () -> teams.roles(reading.tenant().id(), team))
                .orElseThrow(() -> Refusals.teamNotFound(team));
        Page<AssignedRole> part = Page.of(found, Parameters.range(page));
        return PagedResponse.of(part.items().stream().map(AssignedRoleBody::of).toList(), page, part.total());
    }

    private Reading readable(Caller caller, @Nullable String tenant, ServletWebRequest request) {
        return readings.of(caller, tenant, request).require(Permissions.READ_TEAMS);
    }

    private static TeamId team(String id) {
        return Ids.parse("id", id, TeamId::of);
    }
}
