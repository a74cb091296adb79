package io.neomt.command.kernel;

import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.util.Map;

/** What a user who is not deleted may do stems from. */
public interface HolderFacts {

    UserId id();

    boolean active();

    Map<RoleId, Terms> roles();

    Map<GrantId, Permission> grants();

    /** Also teams that were deleted since. */
    Map<TeamId, Membership> teams();
}
