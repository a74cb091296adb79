package io.neomt.command.kernel;

import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import java.util.Optional;
import java.util.Set;

/** The tenant around the subject of a command, as the commands before this one left it. */
public interface Tenancy {

    /** The role; empty when it never was or is deleted. */
    Optional<RoleFacts> role(RoleId id);

    /** The team; empty when it never was or is deleted. */
    Optional<TeamFacts> team(TeamId id);

    /** The user; empty when it never was or is deleted. */
    Optional<HolderFacts> user(UserId id);

    /** The teams directly below. */
    Set<TeamId> teamsBelow(TeamId id);

    Set<UserId> membersOf(TeamId id);

    /** The platform's template of the name. */
    Optional<TemplateFacts> template(String name);

    /** Whether another tenant has such a user, who is not deleted. */
    boolean hasUser(TenantId home, UserId id);
}
