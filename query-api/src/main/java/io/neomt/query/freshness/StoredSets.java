package io.neomt.query.freshness;

import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.query.At;
import io.neomt.query.Standing;
import java.util.Map;
import java.util.Set;

/** The tenant schemas that permission sets are made from. */
public interface StoredSets {

    /**
     * All users from one snapshot, together with its position.
     *
     * @throws io.neomt.query.UnavailableException when the database cannot be read
     */
    At<Map<UserId, Standing>> read(TenantId tenant, Set<UserId> users);
}
