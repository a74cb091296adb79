package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.ProvisionTenant;
import io.neomt.provisioning.plan.Placement;
import io.neomt.provisioning.plan.RegisteredConnection;
import io.neomt.provisioning.plan.TemplateVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the admin database knows. */
public interface Tenants {

    /** False also for a tenant that the directory does not have. */
    boolean isActive(TenantId tenant);

    /** Empty for a tenant that is not active. */
    Optional<Placement> placement(TenantId tenant);

    /** Active tenants whose schemas are of an older template; a bounded number of them. */
    List<ProvisionTenant> behind(TemplateVersion shipped);

    /** Remembers the version that an active tenant's schema has reached. */
    void migrated(TenantId tenant, TemplateVersion reached);

    /** Tenants that have been waiting for longer than this, the oldest first; a bounded number of them. */
    List<ProvisionTenant> requestedFor(Duration atLeast);

    List<RegisteredConnection> connections();
}
