package io.neomt.query.lookup;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tenants to list; what is null restricts nothing.
 *
 * @param q how the name or the slug starts
 */
public record TenantFilter(
        @Nullable String status,
        @Nullable UUID organization,
        @Nullable String q) {}
