package io.neomt.provisioning.web;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.ErrorCode;
import io.neomt.provisioning.plan.ConnectionChoice;
import io.neomt.provisioning.plan.ConnectionChoice.Chosen;
import io.neomt.provisioning.plan.ConnectionChoice.NoneYet;
import io.neomt.provisioning.plan.Progress;
import io.neomt.provisioning.plan.SchemaFacts;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.provisioning.run.Backlog;
import io.neomt.provisioning.run.Outcome.Unfinished;
import io.neomt.provisioning.run.Tenants;
import io.neomt.provisioning.store.PostgresSchemas;
import io.neomt.provisioning.store.TenantMilestones;
import io.neomt.provisioning.store.TenantMilestones.Milestones;
import io.neomt.provisioning.store.TenantTemplate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far a tenant's provisioning has come; for users of the platform only. */
@RestController
public final class ProvisioningController {

    private final Tenants tenants;
    private final PostgresSchemas schemas;
    private final TenantMilestones milestones;
    private final Backlog backlog;

    public ProvisioningController(
            Tenants tenants, PostgresSchemas schemas, TenantMilestones milestones, Backlog backlog) {
        this.tenants = tenants;
        this.schemas = schemas;
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
        ConnectionChoice choice = choice(tenant);
        Optional<String> connection =
                choice instanceof Chosen chosen ? Optional.of(chosen.connectionName()) : Optional.empty();
        SchemaFacts facts =
                connection.map(name -> schemas.facts(name, tenant.schema())).orElse(SchemaFacts.NONE);
        Milestones times = milestones.of(tenant.id());
        Progress progress = Progress.of(times.requestedAt(), times.activatedAt(), facts, TenantTemplate.SHIPPED);
        return new ProvisioningStatus(
                tenant.id().toString(),
                tenant.slug(),
                tenant.status().name().toLowerCase(Locale.ROOT),
                tenant.region(),
                tenant.schema().value(),
                connection.orElse(null),
                facts.version().map(TemplateVersion::value).orElse(null),
                ProvisioningStatus.steps(progress),
                waitingFor(tenant, choice).orElse(null));
    }

    /** An active tenant has its connection; for another the worker would choose this one now. */
    private ConnectionChoice choice(Tenant tenant) {
        String known = tenant.connectionName();
        return known != null ? new Chosen(known) : ConnectionChoice.choose(tenant.region(), tenants.connections());
    }

    private Optional<String> waitingFor(Tenant tenant, ConnectionChoice choice) {
        if (tenant.active()) {
            return Optional.empty();
        }
        Optional<String> tried = backlog.waiting(tenant.id()).map(Unfinished::reason);
        return choice instanceof NoneYet none ? Optional.of(none.reason()) : tried;
    }
}
