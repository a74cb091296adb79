package io.neomt.query.freshness;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import java.util.Set;

/** The fast copy of the permission sets. It may be late, incomplete or away, and says so instead of failing. */
public interface CachedSets {

    /** All users from one snapshot. */
    Seen read(TenantId tenant, Set<UserId> users, Position atLeast);
}
