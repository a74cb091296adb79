package io.neomt.query.scene;

import io.neomt.event.Position;
import io.neomt.event.TenantId;

/** The fast copy of the permission sets. It may be late, incomplete or away, and says so instead of failing. */
public interface CachedSets {

    /** How much is read. */
    enum Extent {
        /** All that the needs imply. */
        FULL,
        /** Users and resources alone, for whom the roles and teams are at hand. */
        WITHOUT_SHARED
    }

    /** All from one moment. */
    Seen read(TenantId tenant, Needs needs, Position atLeast, Extent extent);
}
