package io.neomt.command.tenant;

import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.Needs;
import io.neomt.command.tenant.Life.Activation;
import io.neomt.command.tenant.Life.Failure;
import io.neomt.event.StepOutcome;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.PermissionCode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the provisioning worker says of a tenant that it makes or removes. */
public sealed interface ProvisioningCommand extends TenantCommand {

    @Override
    default Set<PermissionCode> requiredPermissions() {
        return Needs.PROVISIONING;
    }

    /** A tenant that is made in one go is reported in one go: all of this happens, or nothing of it. */
    record ReportProvisioning(
            TenantId tenantId,
            @Nullable Place place,
            List<Step> steps,
            @Nullable Failure failure,
            @Nullable Opening opening)
            implements ProvisioningCommand {

        private static final int MOST_STEPS = 100;

        public ReportProvisioning {
            Field.atMost(MOST_STEPS, "steps", steps);
            steps = List.copyOf(steps);
            if (failure != null) {
                Field.line("failed.step", failure.step());
                Field.text("failed.reason", failure.reason());
            }
            if (failure != null && (opening != null || place != null)) {
                throw new InvalidFieldException(
                        "failed", "stands without placement and active: a tenant is one of both");
            }
        }
    }

    /** @param databaseRole as which the tenant's rows are read and written; null for the connection's own */
    record Place(String connectionName, @Nullable String databaseRole, List<String> reasons) {

        private static final int MOST_REASONS = 50;
        private static final Pattern ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

        public Place {
            Field.line("placement.connection_name", connectionName);
            if (databaseRole != null) {
                Field.matching(
                        ROLE,
                        "placement.database_role",
                        databaseRole,
                        "is the name of a role, at most 63 of a-z, 0-9 and '_'");
            }
            Field.atMost(MOST_REASONS, "placement.reasons", reasons);
            reasons = List.copyOf(reasons);
            reasons.forEach(reason -> Field.text("placement.reasons", reason));
        }
    }

    /** An attempt at a step. */
    record Step(
            String step,
            int attempt,
            StepOutcome outcome,
            long millis,
            @Nullable String detail) {
        public Step {
            Field.line("steps.step", step);
            if (attempt < 1) {
                throw new InvalidFieldException("steps.attempt", "is 1 or more");
            }
            if (millis < 0) {
                throw new InvalidFieldException("steps.millis", "is not negative");
            }
            if (detail != null) {
                Field.text("steps.detail", detail);
            }
        }
    }

    /**
     * The schema exists: the tenant may be used.
     *
     * @param systemRoles the roles that it begins with
     * @param adminId the id of the first administrator, if there is to be one
     * @param adminExternalId by which the realm knows the first administrator; null for the user name
     */
    record Opening(
            Activation activation,
            List<SystemRole> systemRoles,
            UserId adminId,
            @Nullable String adminExternalId) {
        public Opening {
            Field.line("active.connection_name", activation.connectionName());
            Field.line("active.template_version", activation.templateVersion());
            systemRoles = List.copyOf(systemRoles);
            if (adminExternalId != null) {
                Field.externalId("active.first_admin_external_id", adminExternalId);
            }
        }
    }

    /** Nobody can use the tenant any more. */
    record ConfirmDeprovisioned(TenantId tenantId) implements ProvisioningCommand {}

    /** @param removed what was removed, for people */
    record ConfirmPurged(TenantId tenantId, List<String> removed) implements ProvisioningCommand {

        private static final int MOST_REMOVED = 1000;

        public ConfirmPurged {
            Field.atMost(MOST_REMOVED, "removed", removed);
            removed = List.copyOf(removed);
            removed.forEach(what -> Field.text("removed", what));
        }
    }
}
