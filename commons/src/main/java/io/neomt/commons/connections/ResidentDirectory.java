package io.neomt.commons.connections;

import io.neomt.event.TenantId;
import java.util.Optional;

/** Finds no tenant of a region that this process does not serve: whatever would be done with one begins here. */
public final class ResidentDirectory implements TenantDirectory {

    private final TenantDirectory directory;
    private final Residency residency;

    public ResidentDirectory(TenantDirectory directory, Residency residency) {
        this.directory = directory;
        this.residency = residency;
    }

    /** @throws OutsideRegionException for a tenant that belongs elsewhere */
    @Override
    public Optional<Tenant> find(TenantId id) {
        return directory.find(id).map(residency::require);
    }

    /** @throws OutsideRegionException for a tenant that belongs elsewhere */
    @Override
    public Optional<Tenant> find(String slug) {
        return directory.find(slug).map(residency::require);
    }
}
