package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.plan.Placement;
import io.neomt.provisioning.plan.RegisteredConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the admin database knows of tenants and connections of the regions that are worked for. */
public interface Tenants {

    /** Empty for a tenant that is neither active nor suspended. */
    Optional<Placement> placement(TenantId tenant);

    /** Active tenants that were made before there were roles; a bounded number of them. */
    List<TenantId> withoutRole();

    /** Active and suspended tenants whose realm does not follow their status; a bounded number of them. */
    List<TenantId> withRealmAstray();

    /**
     * Remembers whether people can sign in to a tenant's realm.
     *
     * @return false when that is not what the tenant's status demands any more
     */
    boolean realmIs(TenantId tenant, boolean open);

    /**
     * Tenants that have been waiting for longer than this to be made, taken out of use or removed, and which nobody works
     * on, and those whose worker ended before it could say that it was done; the oldest first, a bounded number of them.
     */
    List<TenantId> waitingFor(Duration atLeast);

    /**
     * Tenants of which something may be left on a server that they were not placed on in the end, and that answers now; a
     * bounded number of them.
     */
    List<TenantId> withLeftovers();

    /** The connections of those servers. */
    List<String> leftovers(TenantId tenant);

    /** Nothing is left there. */
    void cleared(TenantId tenant, String connectionName);

    List<RegisteredConnection> connections();
}
