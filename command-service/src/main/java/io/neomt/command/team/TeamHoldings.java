package io.neomt.command.team;

import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.Giving;
import io.neomt.command.kernel.GivingRejection;
import io.neomt.command.kernel.HolderFacts;
import io.neomt.command.kernel.Membership;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.kernel.Tenancy;
import io.neomt.command.team.TeamCommand.AddMembers;
import io.neomt.command.team.TeamCommand.AssignTeamRoles;
import io.neomt.command.team.TeamCommand.RemoveMembers;
import io.neomt.command.team.TeamCommand.SetTeamPermissions;
import io.neomt.command.team.TeamCommand.UnassignTeamRoles;
import io.neomt.command.team.TeamState.Existing;
import io.neomt.event.RoleId;
import io.neomt.event.TeamEvent;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMemberRemoved;
import io.neomt.event.TeamEvent.TeamPermissionGranted;
import io.neomt.event.TeamEvent.TeamPermissionRevoked;
import io.neomt.event.TeamEvent.TeamRoleAssigned;
import io.neomt.event.TeamEvent.TeamRoleUnassigned;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of what a team has: members, roles, permissions. */
final class TeamHoldings {

    private TeamHoldings() {}

    static Decision add(Existing team, AddMembers c, Tenancy tenancy, Giving giving) {
        Map<UserId, Terms> added = new LinkedHashMap<>();
        List<TeamEvent> events = new ArrayList<>();
        for (Map.Entry<UserId, Membership> entry : c.members().entrySet()) {
            UserId id = entry.getKey();
            Optional<HolderFacts> user = tenancy.user(id);
            if (user.isEmpty()) {
                return unknownUser(id);
            }
            Membership wanted = entry.getValue();
            if (!wanted.equals(user.get().teams().get(team.id()))) {
                added.put(id, wanted.terms());
                events.add(new TeamMemberAdded(team.id(), id, wanted.teamRole(), wanted.terms()));
            }
        }
        return unless(giving.refuseNew("members", "user_id", added), events);
    }

    private static Decision unknownUser(UserId id) {
        return Decision.reject(
                GivingRejection.UNKNOWN_USER,
                "There is no user with the id " + id + " to be a member.",
                Map.of("field", "members", "user_id", id.toString()));
    }

    static Decision remove(Existing team, RemoveMembers c, Tenancy tenancy) {
        return Decision.accept(c.userIds().stream()
                .filter(id -> tenancy.user(id)
                        .filter(user -> user.teams().containsKey(team.id()))
                        .isPresent())
                .map(id -> new TeamMemberRemoved(team.id(), id))
                .toList());
    }

    static Decision assign(Existing team, AssignTeamRoles c, Tenancy tenancy, Giving giving) {
        Map<RoleId, Terms> added = Ordered.minus(c.roles(), team.roles());
        List<TeamEvent> events = new ArrayList<>();
        added.forEach((role, terms) -> events.add(new TeamRoleAssigned(team.id(), role, terms)));
        return unless(
                added.keySet().stream()
                        .filter(role -> tenancy.role(role).isEmpty())
                        .findFirst()
                        .map(TeamHoldings::unknownRole)
                        .or(() -> giving.refuseNew("assignments", "role_id", added)),
                events);
    }

    private static Rejection unknownRole(RoleId role) {
        return new Rejection(
                GivingRejection.UNKNOWN_ROLE,
                "There is no role with the id " + role + " to assign.",
                Map.of("field", "role_ids", "role_id", role.toString()));
    }

    static Decision unassign(Existing team, UnassignTeamRoles c) {
        return Decision.accept(c.roleIds().stream()
                .filter(team.roles()::containsKey)
                .map(role -> new TeamRoleUnassigned(team.id(), role))
                .toList());
    }

    /** What is new comes before what goes, so that no denial is missing in between. */
    static Decision setPermissions(Existing team, SetTeamPermissions c, Giving giving) {
        Set<Permission> wanted = Ordered.set(c.permissions());
        List<TeamEvent> events = new ArrayList<>();
        Ordered.minus(wanted, team.permissions()).forEach(p -> events.add(new TeamPermissionGranted(team.id(), p)));
        Ordered.minus(team.permissions(), wanted).forEach(p -> events.add(new TeamPermissionRevoked(team.id(), p)));
        return unless(giving.refuseNew("permissions", c.permissions(), team.permissions()), events);
    }

    private static Decision unless(Optional<Rejection> refusal, List<TeamEvent> events) {
        return refusal.<Decision>map(Decision.Rejected::new).orElseGet(() -> Decision.accept(events));
    }
}
