package io.neomt.query.scene;

import io.neomt.event.TenantId;

/** The tenant schemas that permission sets are made from. */
public interface StoredSets {

    /**
     * All from one moment, however old.
     *
     * @throws io.neomt.query.UnavailableException when the database cannot be read
     */
    Snapshot read(TenantId tenant, Needs needs);
}
