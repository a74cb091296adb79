package io.neomt.query.lookup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant has decided about itself.
 *
 * @param freePermissionCodes whether codes that the catalogue does not know may be granted
 * @param version the position of the last event about the tenant, of which the settings are a part
 * @param updatedAt null where nothing was ever set
 */
public record SettingsView(
        boolean freePermissionCodes, long version, @Nullable Instant updatedAt) {}
