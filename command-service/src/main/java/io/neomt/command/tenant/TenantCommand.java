package io.neomt.command.tenant;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.Needs;
import io.neomt.command.kernel.Slug;
import io.neomt.command.kernel.Subject;
import io.neomt.event.DeploymentType;
import io.neomt.event.FirstAdmin;
import io.neomt.event.OrganizationId;
import io.neomt.event.TenantId;
import io.neomt.permission.PermissionCode;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be asked of a tenant as a whole. */
public sealed interface TenantCommand extends Command
        permits TenantCommand.RequestTenant, TenantCommand.ChangeSettings, LifeCommand, ProvisioningCommand {

    TenantId tenantId();

    @Override
    default Subject subject() {
        return Subject.of(tenantId());
    }

    @Override
    default boolean needsActiveTenant() {
        return false;
    }

    /** A tenant's own administrators may do all in it, but must not end it, nor resume it. */
    @Override
    default boolean ofPlatformOnly() {
        return true;
    }

    /**
     * @param region the code of the region in which the tenant's rows shall live
     * @param createRealm whether it shall have a realm of its own
     * @param firstAdmin who shall administer it from its beginning
     */
    record RequestTenant(
            TenantId tenantId,
            String name,
            Slug slug,
            @Nullable OrganizationId organizationId,
            String region,
            DeploymentType deploymentType,
            boolean freePermissionCodes,
            boolean createRealm,
            @Nullable FirstAdmin firstAdmin)
            implements TenantCommand {

        /** The region of tenants for which none is named. */
        public static final String DEFAULT_REGION = "us-east-1";

        private static final Pattern REGION = Pattern.compile("[a-z][a-z0-9-]{0,62}");

        public RequestTenant {
            Field.line("name", name);
            Field.matching(REGION, "region", region, "is 1 to 63 of a-z, 0-9 and '-', starting with a letter");
            if (firstAdmin != null) {
                check(firstAdmin);
            }
        }

        /** With neither a realm nor a first administrator. */
        public RequestTenant(
                TenantId tenantId,
                String name,
                Slug slug,
                @Nullable OrganizationId organizationId,
                String region,
                DeploymentType deploymentType,
                boolean freePermissionCodes) {
            this(tenantId, name, slug, organizationId, region, deploymentType, freePermissionCodes, false, null);
        }

        private static void check(FirstAdmin admin) {
            Field.username("first_admin.username", admin.username());
            Field.line("first_admin.display_name", admin.displayName());
            if (admin.email() != null) {
                Field.email("first_admin.email", admin.email());
            }
        }

        @Override
        public Set<PermissionCode> requiredPermissions() {
            return Needs.TENANTS;
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

        @Override
        public boolean ofPlatformOnly() {
            return false;
        }
    }
}
