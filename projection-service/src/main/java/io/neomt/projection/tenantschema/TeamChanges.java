package io.neomt.projection.tenantschema;

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
import io.neomt.projection.tenantschema.RowChange.InsertTeam;
import io.neomt.projection.tenantschema.RowChange.MarkTeamDeleted;
import io.neomt.projection.tenantschema.RowChange.MoveTeam;
import io.neomt.projection.tenantschema.RowChange.Put;
import io.neomt.projection.tenantschema.RowChange.Remove;
import io.neomt.projection.tenantschema.RowChange.TouchTeam;
import io.neomt.projection.tenantschema.RowChange.UpdateTeam;
import java.util.List;

/** What happens to a team. */
final class TeamChanges {

    private TeamChanges() {}

    static List<RowChange> by(TeamEvent event, Stamp stamp) {
        TouchTeam touch = new TouchTeam(event.teamId(), stamp);
        return switch (event) {
            case TeamCreated e -> List.of(new InsertTeam(e.teamId(), e.name(), e.description(), e.parentId(), stamp));
            case TeamUpdated e -> List.of(new UpdateTeam(e.teamId(), e.name(), e.description(), stamp));
            case TeamMoved e -> List.of(new MoveTeam(e.teamId(), e.parentId(), stamp));
            case TeamDeleted e -> List.of(new MarkTeamDeleted(e.teamId(), stamp));
            case TeamMemberAdded e -> List.of(new Put(row(e, stamp)), touch);
            case TeamMemberRemoved e -> List.of(new Remove(new RowKey.TeamMember(e.teamId(), e.userId())), touch);
            case TeamRoleAssigned e -> List.of(new Put(row(e, stamp)), touch);
            case TeamRoleUnassigned e -> List.of(new Remove(new RowKey.TeamRole(e.teamId(), e.roleId())), touch);
            case TeamPermissionGranted e -> List.of(new Put(row(e, stamp)), touch);
            case TeamPermissionRevoked e ->
                List.of(new Remove(new RowKey.TeamPermission(e.teamId(), e.permission())), touch);
        };
    }

    private static Row row(TeamMemberAdded event, Stamp stamp) {
        return new Row.TeamMember(
                new RowKey.TeamMember(event.teamId(), event.userId()), event.teamRole(), event.terms(), stamp.at());
    }

    private static Row row(TeamRoleAssigned event, Stamp stamp) {
        return new Row.TeamRole(new RowKey.TeamRole(event.teamId(), event.roleId()), event.terms(), stamp.at());
    }

    private static Row row(TeamPermissionGranted event, Stamp stamp) {
        return new Row.TeamPermission(new RowKey.TeamPermission(event.teamId(), event.permission()), stamp.at());
    }
}
