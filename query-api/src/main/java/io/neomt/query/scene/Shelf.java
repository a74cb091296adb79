package io.neomt.query.scene;

import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.permission.Cell;
import io.neomt.permission.CompiledSet;
import io.neomt.permission.CompiledTeam;

/** Where the roles and teams are that users refer to. */
public interface Shelf {

    /** Always the same for the same role; empty when its set is not there. */
    Cell<CompiledSet> roleCell(RoleId role);

    /** Always the same for the same team; empty when it is not there. */
    Cell<CompiledTeam> teamCell(TeamId team);
}
