package io.neomt.provisioning.web;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.ErrorCode;
import io.neomt.provisioning.run.Backlog;
import io.neomt.provisioning.run.Outcome.Unfinished;
import io.neomt.provisioning.store.OperationHistory;
import io.neomt.provisioning.store.OperationHistory.Operation;
import io.neomt.provisioning.store.OperationHistory.Overview;
import io.neomt.provisioning.store.TenantMilestones;
import io.neomt.provisioning.store.TenantMilestones.Milestones;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was done for a tenant, and is being done; for users of the platform only. */
@RestController
public final class ProvisioningController {

    private final OperationHistory history;
    private final TenantMilestones milestones;
    private final Backlog backlog;

    public ProvisioningController(OperationHistory history, TenantMilestones milestones, Backlog backlog) {
        this.history = history;
        this.milestones = milestones;
        this.backlog = backlog;
    }

    @GetMapping("/api/v1/admin/tenants/{tenant}/provisioning")
    ApiResponse<ProvisioningStatus> status(Caller caller, Tenant tenant) {
        if (!caller.platform()) {
            throw new ApiException(
                    ErrorCode.FORBIDDEN, "only users of the platform may see how a tenant is provisioned");
        }
        return ApiResponse.of(status(tenant));
    }

    private ProvisioningStatus status(Tenant tenant) {
        Overview overview = history.of(tenant.id());
        Milestones times = milestones.of(tenant.id());
        Optional<Operation> operation = overview.operation();
        return new ProvisioningStatus(
                tenant.id().toString(),
                tenant.slug(),
                tenant.status().name().toLowerCase(Locale.ROOT),
                tenant.region().code(),
                overview.deploymentType(),
                tenant.schema().value(),
                overview.connectionName(),
                overview.databaseRole(),
                overview.templateVersion(),
                times.requestedAt().orElse(null),
                times.activatedAt().orElse(null),
                operation.map(ProvisioningStatus.Work::of).orElse(null),
                operation.map(Operation::steps).orElse(List.of()),
                tenant.active() ? null : waitingFor(tenant, operation));
    }

    private @Nullable String waitingFor(Tenant tenant, Optional<Operation> operation) {
        return operation
                .flatMap(known -> Optional.ofNullable(known.reason()))
                .or(() -> backlog.waiting(tenant.id()).map(Unfinished::reason))
                .orElse(null);
    }
}
