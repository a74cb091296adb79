package io.neomt.provisioning.web;

import io.neomt.provisioning.connections.Regions;

/**
 * A region as it is shown.
 *
 * @param connections and {@code tenants}: how many are in it
 * @param version rises with each change, and is its {@code ETag}
 */
record RegionView(String code, String name, boolean isActive, int connections, int tenants, long version)
        implements RegistryWrites.Versioned {

    static RegionView of(Regions.Entry region) {
        return new RegionView(
                region.code(),
                region.name(),
                region.isActive(),
                region.connections(),
                region.tenants(),
                region.version());
    }
}
