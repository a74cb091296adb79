package io.neomt.query.lookup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered resource.
 *
 * @param properties a JSON object
 * @param version the position of the event that registered it last
 */
public record ResourceView(
        String type,
        String id,
        @Nullable UUID ownerId,
        @Nullable UUID teamId,
        String properties,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
