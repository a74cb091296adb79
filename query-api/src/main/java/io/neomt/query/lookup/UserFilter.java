package io.neomt.query.lookup;

import org.jspecify.annotations.Nullable;

/**
 * Which users to list; what is null restricts nothing.
 *
 * @param status null for all but the deleted
 * @param username how the name starts
 * @param email how the address starts
 * @param q how the name, the address or the display name starts
 */
public record UserFilter(
        @Nullable String status,
        @Nullable String username,
        @Nullable String email,
        @Nullable String q) {}
