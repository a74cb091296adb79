package io.neomt.provisioning.web;

import io.neomt.provisioning.store.OperationHistory.Operation;
import io.neomt.provisioning.store.OperationHistory.Step;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the provisioning endpoint.
 *
 * @param connectionName where the tenant lies; null until that is decided
 * @param databaseRole that its rows are read and written with
 * @param templateVersion of its schema; null until it is active
 * @param operation the last thing that was done for it, or is being done; null for one that was made before
 * @param steps all attempts at the steps of that operation
 * @param waitingFor why it is not done yet; null where nothing is known to be in the way
 */
record ProvisioningStatus(
        String tenantId,
        String slug,
        String status,
        String region,
        String deploymentType,
        String schemaName,
        @Nullable String connectionName,
        @Nullable String databaseRole,
        @Nullable String templateVersion,
        @Nullable Instant requestedAt,
        @Nullable Instant activatedAt,
        @Nullable Work operation,
        List<Step> steps,
        @Nullable String waitingFor) {

    /** @param attempts how often it was taken up, after a failure or by another worker */
    record Work(
            UUID id,
            String kind,
            String state,
            long attempts,
            Instant startedAt,
            @Nullable Instant finishedAt) {

        static Work of(Operation operation) {
            return new Work(
                    operation.id(),
                    operation.kind(),
                    operation.state(),
                    operation.attempts(),
                    operation.startedAt(),
                    operation.finishedAt());
        }
    }
}
