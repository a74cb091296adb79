package io.neomt.provisioning.run;

import io.neomt.event.TenantId;

/** What is kept of tenants in memory that others fill. */
public interface Caches {

    /** Removes every key of the tenant, whatever generation it is of; returns how many there were. */
    long clear(TenantId tenant);
}
