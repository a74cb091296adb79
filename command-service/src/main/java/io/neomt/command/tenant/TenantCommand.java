package io.neomt.command.tenant;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.Needs;
import io.neomt.command.kernel.Slug;
import io.neomt.command.kernel.Subject;
import io.neomt.event.DeploymentType;
import io.neomt.event.OrganizationId;
import io.neomt.event.TenantId;
import io.neomt.permission.PermissionCode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be asked of a tenant as a whole. */
public sealed interface TenantCommand extends Command {

    TenantId tenantId();

    @Override
    default Subject subject() {
        return Subject.of(tenantId());
    }

    @Override
    default boolean needsActiveTenant() {
        return false;
    }

    /** @param region the code of the region in which the tenant's rows shall live */
    record RequestTenant(
            TenantId tenantId,
            String name,
            Slug slug,
            @Nullable OrganizationId organizationId,
            String region,
            DeploymentType deploymentType,
            boolean freePermissionCodes)
            implements TenantCommand {

        /** The region of tenants for which none is named. */
        public static final String DEFAULT_REGION = "us-east-1";

        private static final Pattern REGION = Pattern.compile("[a-z][a-z0-9-]{0,62}");

        public RequestTenant {
            Field.line("name", name);
            Field.matching(REGION, "region", region, "is 1 to 63 of a-z, 0-9 and '-', starting with a letter");
        }

        @Override
        public Set<PermissionCode> requiredPermissions() {
            return Needs.TENANTS;
        }
    }

    /**
     * The schema exists: the tenant may be used.
     *
     * @param systemRoles the roles that it begins with
     */
    record ActivateTenant(
            TenantId tenantId, String connectionName, String templateVersion, List<SystemRole> systemRoles)
            implements TenantCommand {

        public ActivateTenant {
            Field.line("connection_name", connectionName);
            Field.line("template_version", templateVersion);
            systemRoles = List.copyOf(systemRoles);
        }

        @Override
        public Set<PermissionCode> requiredPermissions() {
            return Needs.PROVISIONING;
        }
    }

    /** @param freePermissionCodes whether codes that the tenant's catalogue does not know may be granted */
    record ChangeSettings(TenantId tenantId, boolean freePermissionCodes) implements TenantCommand {
        @Override
        public Set<PermissionCode> requiredPermissions() {
            return Needs.SETTINGS;
        }

        @Override
        public boolean needsActiveTenant() {
            return true;
        }
    }
}
