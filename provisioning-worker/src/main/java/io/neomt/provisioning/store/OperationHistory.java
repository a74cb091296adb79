package io.neomt.provisioning.store;

import static io.neomt.view.jooq.admin.admin.Tables.PROVISIONING_OPERATIONS;
import static io.neomt.view.jooq.admin.admin.Tables.PROVISIONING_STEPS;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.TenantId;
import io.neomt.view.jooq.admin.admin.tables.records.ProvisioningOperationsRecord;
import io.neomt.view.jooq.admin.admin.tables.records.TenantsRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What was done for tenants, and is being done. */
public final class OperationHistory {

    private final AdminDatabase database;

    public OperationHistory(AdminDatabase database) {
        this.database = database;
    }

    /** The tenant's last operation with all its steps. */
    public Overview of(TenantId tenant) {
        return database.read(dsl -> {
            TenantsRecord row = dsl.fetchSingle(TENANTS, TENANTS.ID.eq(tenant.value()));
            return new Overview(
                    row.getDeploymentType(),
                    row.getConnectionName(),
                    row.getDatabaseRole(),
                    row.getTemplateVersion(),
                    last(dsl, tenant).map(operation -> operation(dsl, operation)));
        });
    }

    private static Optional<ProvisioningOperationsRecord> last(DSLContext dsl, TenantId tenant) {
        return dsl.selectFrom(PROVISIONING_OPERATIONS)
                .where(PROVISIONING_OPERATIONS.TENANT_ID.eq(tenant.value()))
                .orderBy(PROVISIONING_OPERATIONS.STARTED_AT.desc(), PROVISIONING_OPERATIONS.ID)
                .limit(1)
                .fetchOptional();
    }

    private static Operation operation(DSLContext dsl, ProvisioningOperationsRecord row) {
        return new Operation(
                row.getId(),
                row.getKind(),
                row.getState(),
                row.getEpoch(),
                row.getStartedAt(),
                row.getFinishedAt(),
                row.getState().equals("open") ? row.getWaitingFor() : row.getFailedReason(),
                steps(dsl, row.getId()));
    }

    private static List<Step> steps(DSLContext dsl, UUID operation) {
        return dsl.selectFrom(PROVISIONING_STEPS)
                .where(PROVISIONING_STEPS.OPERATION_ID.eq(operation))
                .orderBy(PROVISIONING_STEPS.EPOCH, PROVISIONING_STEPS.NUMBER)
                .fetch(row -> new Step(
                        row.getStep(),
                        row.getEpoch(),
                        row.getOutcome(),
                        row.getMillis(),
                        row.getDetail(),
                        row.getEndedAt()));
    }

    /** @param operation empty for a tenant that was made before operations were recorded, or that nobody took up yet */
    public record Overview(
            String deploymentType,
            @Nullable String connectionName,
            @Nullable String databaseRole,
            @Nullable String templateVersion,
            Optional<Operation> operation) {}

    /**
     * @param attempts how often it was taken up
     * @param reason why it waits, or failed
     */
    public record Operation(
            UUID id,
            String kind,
            String state,
            long attempts,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String reason,
            List<Step> steps) {}

    /** One attempt at one step. */
    public record Step(
            String step,
            long attempt,
            String outcome,
            long millis,
            @Nullable String detail,
            Instant endedAt) {}
}
