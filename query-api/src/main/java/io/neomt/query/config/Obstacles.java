package io.neomt.query.config;

import io.neomt.commons.config.NeoProperties;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.event.TenantId;
import io.neomt.permission.Decision.Cause;
import io.neomt.query.web.Obstacle;
import java.util.Optional;
import java.util.function.Function;

/** Why nobody may do anything in a tenant. */
record Obstacles(TenantDirectory directory, NeoProperties.Query.Parked whenParked)
        implements Function<TenantId, Optional<Cause>> {

    @Override
    public Optional<Cause> apply(TenantId id) {
        return directory.find(id).map(this::of).orElse(Optional.of(Cause.TENANT_NOT_ACTIVE));
    }

    private Optional<Cause> of(Tenant tenant) {
        Optional<Cause> obstacle = Obstacle.of(tenant);
        return switch (whenParked) {
            case STALE -> obstacle;
            case DENY -> tenant.parkedAt() == null ? obstacle : obstacle.or(() -> Optional.of(Cause.TENANT_PARKED));
        };
    }
}
