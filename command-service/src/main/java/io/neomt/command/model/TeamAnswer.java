package io.neomt.command.model;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Membership;
import io.neomt.command.team.TeamCommand.AddMembers;
import io.neomt.command.team.TeamCommand.MergeTeam;
import io.neomt.command.team.TeamCommand.RemoveMembers;
import io.neomt.command.team.TeamState;
import io.neomt.event.UserId;
import java.util.Map;

/** What a command about a team answers: the members of a large team would be too many, so only those it was about. */
final class TeamAnswer {

    private TeamAnswer() {}

    static void put(Fields fields, TeamState state, Command command) {
        switch (state) {
            case TeamState.Existing team
            when command instanceof AddMembers c -> {
                fields.put("team_id", team.id());
                fields.put(
                        "members",
                        c.members().entrySet().stream().map(TeamAnswer::member).toList());
            }
            case TeamState.Existing team
            when command instanceof RemoveMembers c ->
                fields.put("team_id", team.id()).put("removed", Fields.ids(c.userIds()));
            case TeamState.Existing team -> team(fields, team);
            case TeamState.Deleted team -> deleted(fields, team, command);
            case TeamState.Absent _ -> {}
        }
    }

    private static Map<String, Object> member(Map.Entry<UserId, Membership> entry) {
        Membership membership = entry.getValue();
        return new Fields()
                .put("user_id", entry.getKey())
                .put("team_role", membership.teamRole())
                .put(membership.terms())
                .all();
    }

    private static void team(Fields fields, TeamState.Existing team) {
        fields.put("id", team.id())
                .put("name", team.name())
                .put("description", team.description())
                .put("parent_id", team.parentId())
                .put("role_ids", Fields.ids(team.roles().keySet()))
                .put("assignments", Fields.limited("role_id", team.roles()))
                .put("permissions", Fields.permissions(team.permissions()));
    }

    private static void deleted(Fields fields, TeamState.Deleted team, Command command) {
        fields.put("id", team.id()).put("deleted", true);
        if (command instanceof MergeTeam c) {
            fields.put("merged_into", c.into());
        }
    }
}
