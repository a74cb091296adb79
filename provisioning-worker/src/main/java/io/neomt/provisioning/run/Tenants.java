package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.ProvisionTenant;
import io.neomt.provisioning.plan.RegisteredConnection;
import java.time.Duration;
import java.util.List;

/** What the admin database knows. */
public interface Tenants {

    /** False also for a tenant that the directory does not have. */
    boolean isActive(TenantId tenant);

    /** Tenants that have been waiting for longer than this, the oldest first; a bounded number of them. */
    List<ProvisionTenant> requestedFor(Duration atLeast);

    List<RegisteredConnection> connections();
}
