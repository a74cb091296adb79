package io.neomt.query.lookup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as the tenant sees them.
 *
 * @param version the position of the last event about the user
 */
public record UserView(
        UUID id,
        String username,
        @Nullable String email,
        String displayName,
        String externalId,
        String status,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
