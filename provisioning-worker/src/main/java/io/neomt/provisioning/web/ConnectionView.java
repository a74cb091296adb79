package io.neomt.provisioning.web;

import io.neomt.provisioning.registry.ConnectionType;
import io.neomt.provisioning.registry.DisabledBy;
import io.neomt.provisioning.registry.Health;
import io.neomt.provisioning.registry.Purpose;
import io.neomt.provisioning.registry.Registered;
import io.neomt.provisioning.registry.ServerFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is shown.
 *
 * @param isActive whether it is used
 * @param writesInCluster whether tenants' rows are written here; true where it stands alone
 * @param disabledBy who switched it off; null while it is used
 * @param version rises with each change, and is its {@code ETag}
 * @param serverVersion as PostgreSQL numbers it: 170002 is 17.2; null before the first check
 */
record ConnectionView(
        String id,
        String connectionName,
        ConnectionType connectionType,
        String region,
        String host,
        int port,
        String databaseName,
        String username,
        String encryptionKeyId,
        Purpose purpose,
        boolean isActive,
        boolean isDraining,
        @Nullable DisabledBy disabledBy,
        boolean isHealthy,
        int consecutiveFailures,
        int maxConsecutiveFailures,
        @Nullable String lastError,
        @Nullable Instant lastHealthCheck,
        int tenants,
        @Nullable Integer maxTenants,
        @Nullable Long measuredBytes,
        @Nullable Long maxBytes,
        int poolMinSize,
        int poolMaxSize,
        @Nullable String clusterName,
        boolean writesInCluster,
        @Nullable Integer serverVersion,
        @Nullable Boolean inRecovery,
        @Nullable Long replayLagMs,
        long version)
        implements RegistryWrites.Versioned {

    static ConnectionView of(Registered row) {
        Health health = row.health();
        ServerFacts facts = row.facts();
        return new ConnectionView(
                row.id().toString(),
                row.name(),
                row.type(),
                row.region().code(),
                row.host(),
                row.port(),
                row.database(),
                row.username(),
                row.encryptionKeyId(),
                row.purpose(),
                health.active(),
                row.draining(),
                health.disabledBy(),
                health.healthy(),
                health.failures(),
                row.limits().maxFailures(),
                health.lastError(),
                row.checkedAt(),
                row.tenants(),
                row.limits().maxTenants(),
                facts == null ? null : facts.bytes(),
                row.limits().maxBytes(),
                row.limits().poolMin(),
                row.limits().poolMax(),
                row.cluster(),
                row.writesInCluster(),
                facts == null ? null : facts.version(),
                facts == null ? null : facts.inRecovery(),
                facts == null ? null : facts.replayLagMillis(),
                row.version());
    }
}
