package io.neomt.projection.store;

import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.OutsideRegionException;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.connections.TenantDatabase;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.event.TenantId;
import java.util.Optional;

/** Finds the schema of a tenant. */
public final class TenantSchemas {

    private final TenantDirectory directory;
    private final Connections connections;

    public TenantSchemas(TenantDirectory directory, Connections connections) {
        this.directory = directory;
        this.connections = connections;
    }

    /**
     * Empty while the tenant has no schema, and for one whose rows belong to a region that is not served here. One that nobody
     * may use is kept up to date, since it may come back.
     */
    Optional<TenantDatabase> find(TenantId tenant) {
        try {
            return directory.find(tenant).filter(Tenant::kept).map(connections::kept);
        } catch (OutsideRegionException e) {
            // another instance writes them, in their own region
            return Optional.empty();
        }
    }

    /** Whether the tenant's rows are kept here. */
    public boolean has(TenantId tenant) {
        return find(tenant).isPresent();
    }

    /** @throws NoSchemaException when the tenant has no schema */
    TenantDatabase of(TenantId tenant) {
        return find(tenant).orElseThrow(() -> new NoSchemaException(tenant));
    }
}
