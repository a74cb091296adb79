package io.neomt.query;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import java.util.Map;
import java.util.Set;

/** Where permissions are read from. Each implementation decorates another or owns one source. */
public interface PermissionSets {

    /**
     * The standing of each of the users, all at one and the same position.
     *
     * @param atLeast the answer is never older than this
     * @return exactly the users asked for; unknown ones are blocked
     * @throws UnavailableException when no answer that is new enough can be had; nothing may be allowed then
     */
    At<Map<UserId, Standing>> of(TenantId tenant, Set<UserId> users, Position atLeast);
}
