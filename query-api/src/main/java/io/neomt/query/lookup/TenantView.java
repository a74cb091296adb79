package io.neomt.query.lookup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param version the position of the last event about the tenant, in its own sequence */
public record TenantView(
        UUID id,
        @Nullable UUID organizationId,
        String name,
        String slug,
        String schemaName,
        String status,
        String deploymentType,
        String region,
        @Nullable String connectionName,
        @Nullable String templateVersion,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
