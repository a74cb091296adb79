package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.plan.Placement;
import io.neomt.provisioning.plan.RegisteredConnection;
import io.neomt.provisioning.plan.TemplateVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the admin database knows. */
public interface Tenants {

    /** Empty for a tenant that is neither active nor suspended. */
    Optional<Placement> placement(TenantId tenant);

    /** Active tenants of an older template or without a role; a bounded number of them. */
    List<TenantId> behind(TemplateVersion shipped);

    /** Remembers the version that an active tenant's schema has reached. */
    void migrated(TenantId tenant, TemplateVersion reached);

    /**
     * Tenants that have been waiting for longer than this to be made, taken out of use or removed, and which nobody works
     * on, the oldest first; a bounded number of them.
     */
    List<TenantId> waitingFor(Duration atLeast);

    List<RegisteredConnection> connections();
}
