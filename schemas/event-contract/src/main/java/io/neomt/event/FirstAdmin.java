package io.neomt.event;

import org.jspecify.annotations.Nullable;

/**
 * Who administers a tenant from its beginning.
 *
 * @param username unique in the tenant
 */
public record FirstAdmin(String username, @Nullable String email, String displayName) {}
