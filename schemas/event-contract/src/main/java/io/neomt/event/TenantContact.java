package io.neomt.event;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to turn to about a tenant.
 *
 * @param kind what for, such as {@code billing}
 */
public record TenantContact(
        String kind, String name, @Nullable String email) {}
