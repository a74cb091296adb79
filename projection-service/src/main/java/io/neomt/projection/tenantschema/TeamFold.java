package io.neomt.projection.tenantschema;

import io.neomt.event.TeamId;
import io.neomt.projection.tenantschema.RowChange.InsertTeam;
import io.neomt.projection.tenantschema.RowChange.MarkTeamDeleted;
import io.neomt.projection.tenantschema.RowChange.MoveTeam;
import io.neomt.projection.tenantschema.RowChange.OfTeam;
import io.neomt.projection.tenantschema.RowChange.TouchTeam;
import io.neomt.projection.tenantschema.RowChange.UpdateTeam;
import io.neomt.projection.tenantschema.Rows.NewTeam;
import io.neomt.projection.tenantschema.Rows.TeamUpdate;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One team's row over a batch. */
final class TeamFold {

    private final TeamId id;
    private @Nullable InsertTeam insert;
    private @Nullable UpdateTeam update;
    private @Nullable MoveTeam move;
    private @Nullable Instant deletedAt;
    private Stamp last = new Stamp(0, Instant.EPOCH);

    TeamFold(TeamId id) {
        this.id = id;
    }

    void add(OfTeam change) {
        last = change.stamp();
        switch (change) {
            case InsertTeam c -> insert = c;
            case UpdateTeam c -> update = c;
            case MoveTeam c -> move = c;
            case MarkTeamDeleted c -> deletedAt = c.stamp().at();
            case TouchTeam _ -> {}
        }
    }

    Stream<NewTeam> inserted() {
        if (insert == null) {
            return Stream.empty();
        }
        return Stream.of(new NewTeam(
                id,
                update == null ? insert.name() : update.name(),
                update == null ? insert.description() : update.description(),
                move == null ? insert.parent() : move.parent(),
                insert.stamp().at(),
                last,
                deletedAt));
    }

    Stream<TeamUpdate> updated() {
        if (insert != null) {
            return Stream.empty();
        }
        return Stream.of(new TeamUpdate(
                id,
                update == null ? null : update.name(),
                update == null ? null : update.description(),
                move != null,
                move == null ? null : move.parent(),
                last,
                deletedAt));
    }
}
