package io.neomt.command.web;

import io.neomt.command.tenant.Life.Activation;
import io.neomt.command.tenant.Life.Failure;
import io.neomt.command.tenant.ProvisioningCommand.ConfirmDeprovisioned;
import io.neomt.command.tenant.ProvisioningCommand.ConfirmPurged;
import io.neomt.command.tenant.ProvisioningCommand.Opening;
import io.neomt.command.tenant.ProvisioningCommand.Place;
import io.neomt.command.tenant.ProvisioningCommand.ReportProvisioning;
import io.neomt.command.tenant.ProvisioningCommand.Step;
import io.neomt.command.tenant.SystemRole;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.StepOutcome;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the provisioning worker says of tenants that it makes or removes. */
@RestController
@RequestMapping("/api/v1/admin/tenants/{id}")
public final class ProvisioningController {

    private final Writes writes;
    private final Supplier<UUID> ids;

    public ProvisioningController(Writes writes, Supplier<UUID> ids) {
        this.writes = writes;
        this.ids = ids;
    }

    /** All of this happens, or nothing of it. A tenant either failed or goes on. */
    record Report(
            @Nullable PlacementItem placement,
            @Nullable List<StepItem> steps,
            @Nullable FailureItem failed,
            @Nullable ActiveItem active) {

        List<Step> allSteps() {
            return steps == null
                    ? List.of()
                    : steps.stream().map(StepItem::command).toList();
        }
    }

    /** @param databaseRole as which the tenant's rows are read and written; the connection's own if absent */
    record PlacementItem(
            String connectionName,
            @Nullable String databaseRole,
            @Nullable List<String> reasons) {

        Place place() {
            return new Place(connectionName, databaseRole, reasons == null ? List.of() : reasons);
        }
    }

    record StepItem(
            String step,
            int attempt,
            StepOutcome outcome,
            long millis,
            @Nullable String detail) {

        Step command() {
            return new Step(step, attempt, outcome, millis, detail);
        }
    }

    record FailureItem(String step, String reason) {}

    /** @param firstAdminExternalId by which the realm knows the first administrator; the user name if absent */
    record ActiveItem(
            String connectionName,
            String templateVersion,
            @Nullable String firstAdminExternalId) {}

    /** @param removed what was removed, for people */
    record Removal(@Nullable List<String> removed) {}

    @PostMapping("/provisioning")
    ResponseEntity<ApiResponse<Map<String, Object>>> report(
            Caller caller, HttpServletRequest request, @PathVariable TenantId id, @RequestBody Report body) {
        return writes.change(
                new Sender(caller, request),
                id,
                body,
                () -> new ReportProvisioning(
                        id,
                        body.placement() == null ? null : body.placement().place(),
                        body.allSteps(),
                        failure(body.failed()),
                        opening(body.active())));
    }

    private static @Nullable Failure failure(@Nullable FailureItem item) {
        return item == null ? null : new Failure(item.step(), item.reason());
    }

    private @Nullable Opening opening(@Nullable ActiveItem item) {
        return item == null
                ? null
                : new Opening(
                        new Activation(item.connectionName(), item.templateVersion()),
                        SystemRole.ofEveryTenant(ids),
                        new UserId(ids.get()),
                        item.firstAdminExternalId());
    }

    @PostMapping("/deprovisioned")
    ResponseEntity<ApiResponse<Map<String, Object>>> deprovisioned(
            Caller caller, HttpServletRequest request, @PathVariable TenantId id) {
        return writes.change(new Sender(caller, request), id, null, () -> new ConfirmDeprovisioned(id));
    }

    @PostMapping("/purged")
    ResponseEntity<ApiResponse<Map<String, Object>>> purged(
            Caller caller, HttpServletRequest request, @PathVariable TenantId id, @RequestBody Removal body) {
        return writes.change(
                new Sender(caller, request),
                id,
                body,
                () -> new ConfirmPurged(id, body.removed() == null ? List.of() : body.removed()));
    }
}
