package io.neomt.commons.connections;

import io.neomt.event.TenantId;
import io.neomt.view.Region;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose rows a process may touch: those of tenants of the regions that it serves. The platform's own tenant is at home
 * everywhere, since operators' rights are asked for in every region.
 */
public final class Residency {

    /** All regions. */
    public static final Residency EVERYWHERE = new Residency(Set.of());

    private final Set<Region> served;

    private Residency(Set<Region> served) {
        this.served = served;
    }

    /** @param regions codes, separated by commas; none for all regions */
    public static Residency of(String regions) {
        return new Residency(Arrays.stream(regions.split(",", -1))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .map(Region::new)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Those that are served; none where all are. */
    public Set<Region> regions() {
        return served;
    }

    public boolean everywhere() {
        return served.isEmpty();
    }

    public boolean serves(Region region) {
        return served.isEmpty() || served.contains(region);
    }

    public boolean serves(Tenant tenant) {
        return tenant.id().equals(TenantId.PLATFORM) || serves(tenant.region());
    }

    /** @throws OutsideRegionException where the tenant belongs to a region that this process does not serve */
    Tenant require(Tenant tenant) {
        if (!serves(tenant)) {
            throw new OutsideRegionException("tenant '" + tenant.slug() + "' belongs to region '" + tenant.region()
                    + "', which is not served here");
        }
        return tenant;
    }

    /** @throws OutsideRegionException where the tenant's rows would lie outside of its region */
    void require(Tenant tenant, Target target) {
        require(tenant);
        if (!target.region().equals(tenant.region())) {
            throw new OutsideRegionException("tenant '" + tenant.slug() + "' belongs to region '" + tenant.region()
                    + "', and its connection leads out of it");
        }
    }

    /** @throws OutsideRegionException where the connection leads to a region that this process does not serve */
    void require(Target target) {
        if (!serves(target.region())) {
            throw new OutsideRegionException(
                    "the connection leads to region '" + target.region() + "', which is not served here");
        }
    }
}
