package io.neomt.query.web;

import io.neomt.query.lookup.ResourceView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registered resource. */
record ResourceBody(
        String type,
        String id,
        @Nullable UUID ownerId,
        @Nullable UUID teamId,
        JsonNode properties,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static ResourceBody of(ResourceView resource) {
        return new ResourceBody(
                resource.type(),
                resource.id(),
                resource.ownerId(),
                resource.teamId(),
                JsonMapper.shared().readTree(resource.properties()),
                resource.version(),
                resource.createdAt(),
                resource.updatedAt());
    }
}
