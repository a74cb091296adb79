package io.neomt.query.config;

import io.neomt.commons.connections.TenantDirectory;
import io.neomt.event.TenantId;
import io.neomt.permission.Decision.Cause;
import io.neomt.query.web.Obstacle;
import java.util.Optional;
import java.util.function.Function;

/** Why nobody may do anything in a tenant. */
record Obstacles(TenantDirectory directory) implements Function<TenantId, Optional<Cause>> {

    @Override
    public Optional<Cause> apply(TenantId id) {
        return directory.find(id).map(Obstacle::of).orElse(Optional.of(Cause.TENANT_NOT_ACTIVE));
    }
}
