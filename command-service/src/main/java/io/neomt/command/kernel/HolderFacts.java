package io.neomt.command.kernel;

import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.UserId;
import java.util.Map;
import java.util.Set;

/** What a user may do stems from. */
public interface HolderFacts {

    UserId id();

    boolean active();

    Set<RoleId> roles();

    Map<GrantId, DirectGrant> grants();
}
