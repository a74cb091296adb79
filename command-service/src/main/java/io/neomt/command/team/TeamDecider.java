package io.neomt.command.team;

import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.Dues;
import io.neomt.command.kernel.Giving;
import io.neomt.command.kernel.GivingRejection;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.kernel.TeamFacts;
import io.neomt.command.kernel.Tenancy;
import io.neomt.command.team.TeamCommand.AddMembers;
import io.neomt.command.team.TeamCommand.AssignTeamRoles;
import io.neomt.command.team.TeamCommand.CreateTeam;
import io.neomt.command.team.TeamCommand.DeleteTeam;
import io.neomt.command.team.TeamCommand.MergeTeam;
import io.neomt.command.team.TeamCommand.MoveTeam;
import io.neomt.command.team.TeamCommand.RemoveMembers;
import io.neomt.command.team.TeamCommand.SetTeamPermissions;
import io.neomt.command.team.TeamCommand.UnassignTeamRoles;
import io.neomt.command.team.TeamCommand.UpdateTeam;
import io.neomt.command.team.TeamState.Absent;
import io.neomt.command.team.TeamState.Deleted;
import io.neomt.command.team.TeamState.Existing;
import io.neomt.event.Cause;
import io.neomt.event.TeamEvent;
import io.neomt.event.TeamEvent.TeamCreated;
import io.neomt.event.TeamEvent.TeamDeleted;
import io.neomt.event.TeamEvent.TeamMoved;
import io.neomt.event.TeamEvent.TeamPermissionRevoked;
import io.neomt.event.TeamEvent.TeamRoleUnassigned;
import io.neomt.event.TeamEvent.TeamUpdated;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of teams: their life and their place. */
public final class TeamDecider {

    private TeamDecider() {}

    public static Decision decide(TeamState state, TeamCommand command, Tenancy tenancy, Giving giving) {
        return switch (state) {
            case Absent _ -> command instanceof CreateTeam c ? create(c, tenancy) : notFound(command.teamId());
            case Deleted _ -> whenDeleted(command);
            case Existing team -> whenExisting(team, command, tenancy, giving);
        };
    }

    private static Decision whenDeleted(TeamCommand command) {
        return switch (command) {
            case CreateTeam c -> exists(c.teamId());
            case DeleteTeam _ -> Decision.nothingToDo();
            case UpdateTeam _,
                    MoveTeam _,
                    MergeTeam _,
                    AddMembers _,
                    RemoveMembers _,
                    AssignTeamRoles _,
                    UnassignTeamRoles _,
                    SetTeamPermissions _ -> notFound(command.teamId());
        };
    }

    private static Decision whenExisting(Existing team, TeamCommand command, Tenancy tenancy, Giving giving) {
        return switch (command) {
            case CreateTeam c -> exists(c.teamId());
            case UpdateTeam c -> update(team, c);
            case MoveTeam c -> move(team, c.parentId(), tenancy);
            case DeleteTeam c -> delete(team, c, tenancy.teamsBelow(team.id()));
            case MergeTeam c -> merge(team, c.into(), tenancy);
            case AddMembers c -> TeamHoldings.add(team, c, tenancy, giving);
            case RemoveMembers c -> TeamHoldings.remove(team, c, tenancy);
            case AssignTeamRoles c -> TeamHoldings.assign(team, c, tenancy, giving);
            case UnassignTeamRoles c -> TeamHoldings.unassign(team, c);
            case SetTeamPermissions c -> TeamHoldings.setPermissions(team, c, giving);
        };
    }

    private static Decision notFound(TeamId id) {
        return Decision.reject(TeamRejection.TEAM_NOT_FOUND, "There is no team with the id " + id + ".", Map.of());
    }

    private static Decision exists(TeamId id) {
        return Decision.reject(TeamRejection.TEAM_EXISTS, "There is already a team with the id " + id + ".", Map.of());
    }

    private static Decision create(CreateTeam c, Tenancy tenancy) {
        return refuseUnknown("parent_id", c.parentId(), tenancy)
                .<Decision>map(Decision.Rejected::new)
                .orElseGet(() -> Decision.accept(new TeamCreated(c.teamId(), c.name(), c.description(), c.parentId())));
    }

    private static Optional<Rejection> refuseUnknown(String field, @Nullable TeamId id, Tenancy tenancy) {
        if (id == null || tenancy.team(id).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Rejection(
                GivingRejection.UNKNOWN_TEAM,
                "There is no team with the id " + id + ".",
                Map.of("field", field, "team_id", id.toString())));
    }

    private static Decision update(Existing team, UpdateTeam c) {
        boolean same = team.name().equals(c.name()) && team.description().equals(c.description());
        return same ? Decision.nothingToDo() : Decision.accept(new TeamUpdated(c.teamId(), c.name(), c.description()));
    }

    private static Decision move(Existing team, @Nullable TeamId parent, Tenancy tenancy) {
        if (Objects.equals(team.parentId(), parent)) {
            return Decision.nothingToDo();
        }
        return refuseUnknown("parent_id", parent, tenancy)
                .or(() -> new Lineage(tenancy).refuseBelow(team.id(), team.name(), parent))
                .<Decision>map(Decision.Rejected::new)
                .orElseGet(() -> Decision.accept(new TeamMoved(team.id(), parent)));
    }

    private static Decision delete(Existing team, DeleteTeam c, Set<TeamId> below) {
        if (!below.isEmpty() && !c.moveChildrenUp()) {
            return Decision.reject(
                    TeamRejection.TEAM_HAS_CHILDREN,
                    "There are " + below.size() + " teams below this one; move them first, or say children=move_up.",
                    Map.of("children", below.size()));
        }
        List<TeamEvent> events = new ArrayList<>();
        below.forEach(child -> events.add(new TeamMoved(child, team.parentId())));
        events.add(new TeamDeleted(team.id()));
        return Decision.accept(events);
    }

    private static Decision merge(Existing team, TeamId other, Tenancy tenancy) {
        Optional<TeamFacts> into = tenancy.team(other);
        if (into.isEmpty()) {
            return new Decision.Rejected(refuseUnknown("into", other, tenancy).orElseThrow());
        }
        Optional<Rejection> circle =
                other.equals(team.id()) || !tenancy.teamsBelow(team.id()).contains(other)
                        ? new Lineage(tenancy).refuseBelow(team.id(), team.name(), other)
                        : Optional.empty();
        if (circle.isPresent()) {
            return new Decision.Rejected(circle.get());
        }
        Set<UserId> members = tenancy.membersOf(team.id());
        if (members.size() > MergeTeam.MAX_MEMBERS) {
            return Decision.reject(
                    TeamRejection.TEAM_TOO_LARGE,
                    "The team has " + members.size() + " members; at most " + MergeTeam.MAX_MEMBERS
                            + " go over in one step. Move some first.",
                    Map.of("members", members.size(), "allowed", MergeTeam.MAX_MEMBERS));
        }
        return Decision.accept(new Merger(team, into.get()).events(tenancy, members));
    }

    /** Records what is over. */
    public static Decision expire(TeamState state, Instant now) {
        return switch (state) {
            case Absent _, Deleted _ -> Decision.nothingToDo();
            case Existing team ->
                Decision.accept(Stream.concat(
                                team.permissions().stream()
                                        .filter(held -> Dues.isOver(held.terms(), now))
                                        .map(held -> new TeamPermissionRevoked(team.id(), held, Cause.EXPIRED)),
                                team.roles().entrySet().stream()
                                        .filter(held -> Dues.isOver(held.getValue(), now))
                                        .map(held -> new TeamRoleUnassigned(team.id(), held.getKey(), Cause.EXPIRED)))
                        .toList());
        };
    }
}
