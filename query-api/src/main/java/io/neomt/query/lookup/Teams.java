package io.neomt.query.lookup;

import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.query.At;
import java.util.List;
import java.util.Optional;

/** The teams of a tenant that are not deleted; what is said of {@link Users} holds for these. */
public interface Teams {

    /** In the order in which they were created. */
    At<Page<TeamView>> list(TenantId tenant, TeamFilter filter, PageRange range);

    At<Optional<TeamDetail>> find(TenantId tenant, TeamId team);

    /** Direct members who are not deleted, by user name; empty when there is no such team. */
    At<Optional<Page<TeamMember>>> members(TenantId tenant, TeamId team, PageRange range);

    /** Directly assigned roles that are not deleted, by name; empty when there is no such team. */
    At<Optional<List<AssignedRole>>> roles(TenantId tenant, TeamId team);
}
