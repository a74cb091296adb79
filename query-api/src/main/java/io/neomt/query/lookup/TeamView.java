package io.neomt.query.lookup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param version the position of the last event about the team, its members included */
public record TeamView(
        UUID id,
        String name,
        String description,
        @Nullable UUID parentId,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
