package io.neomt.command.kernel;

import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a team that is not deleted means for others. */
public interface TeamFacts {

    TeamId id();

    String name();

    /** The team directly above, if any. */
    @Nullable
    TeamId parentId();

    Map<RoleId, Terms> roles();

    Set<Permission> permissions();
}
