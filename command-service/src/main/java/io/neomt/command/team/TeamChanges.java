package io.neomt.command.team;

import io.neomt.command.kernel.Ordered;
import io.neomt.command.team.TeamState.Absent;
import io.neomt.command.team.TeamState.Deleted;
import io.neomt.command.team.TeamState.Existing;
import io.neomt.event.TeamEvent;
import io.neomt.event.TeamEvent.TeamCreated;
import io.neomt.event.TeamEvent.TeamDeleted;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMemberRemoved;
import io.neomt.event.TeamEvent.TeamMoved;
import io.neomt.event.TeamEvent.TeamPermissionGranted;
import io.neomt.event.TeamEvent.TeamPermissionRevoked;
import io.neomt.event.TeamEvent.TeamRoleAssigned;
import io.neomt.event.TeamEvent.TeamRoleUnassigned;
import io.neomt.event.TeamEvent.TeamUpdated;
import java.util.Map;
import java.util.Set;

/** What events make of a team. */
public final class TeamChanges {

    private TeamChanges() {}

    public static TeamState evolve(TeamState state, TeamEvent event) {
        return switch (event) {
            case TeamCreated e -> new Existing(e.teamId(), e.name(), e.description(), e.parentId(), Map.of(), Set.of());
            case TeamUpdated e -> existing(state).renamed(e.name(), e.description());
            case TeamMoved e -> existing(state).below(e.parentId());
            case TeamDeleted e -> new Deleted(e.teamId());
            // the members' own states know it; a membership may even end after its team
            case TeamMemberAdded _, TeamMemberRemoved _ -> state;
            case TeamRoleAssigned e -> {
                Existing team = existing(state);
                yield team.withRoles(Ordered.with(team.roles(), e.roleId(), e.terms()));
            }
            case TeamRoleUnassigned e -> {
                Existing team = existing(state);
                yield team.withRoles(Ordered.without(team.roles(), e.roleId()));
            }
            case TeamPermissionGranted e -> {
                Existing team = existing(state);
                yield team.withPermissions(Ordered.with(team.permissions(), e.permission()));
            }
            case TeamPermissionRevoked e -> {
                Existing team = existing(state);
                yield team.withPermissions(Ordered.without(team.permissions(), e.permission()));
            }
        };
    }

    private static Existing existing(TeamState state) {
        return switch (state) {
            case Existing team -> team;
            case Absent _ -> throw new IllegalStateException("a team is created before all else");
            case Deleted _ -> throw new IllegalStateException("nothing but members leaving happens to a deleted team");
        };
    }
}
