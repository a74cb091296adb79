package io.neomt.command.tenant;

import io.neomt.command.kernel.Name;
import io.neomt.event.DeploymentType;
import io.neomt.event.OrganizationId;
import io.neomt.event.TenantId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tenant as its events left it. */
public sealed interface TenantState {

    /** The names that it holds. */
    Set<Name> names();

    record Absent() implements TenantState {
        @Override
        public Set<Name> names() {
            return Set.of();
        }
    }

    /**
     * @param freePermissionCodes whether codes that the tenant's catalogue does not know may be granted
     * @param activation null until the tenant's schema exists
     */
    record Existing(
            TenantId id,
            String name,
            String slug,
            @Nullable OrganizationId organizationId,
            String region,
            DeploymentType deploymentType,
            String schemaName,
            boolean freePermissionCodes,
            @Nullable Activation activation)
            implements TenantState {

        @Override
        public Set<Name> names() {
            return Set.of(new Name(Name.Kind.TENANT_SLUG, slug));
        }

        public boolean active() {
            return activation != null;
        }

        Existing activated(Activation by) {
            return new Existing(
                    id, name, slug, organizationId, region, deploymentType, schemaName, freePermissionCodes, by);
        }

        Existing withFreePermissionCodes(boolean value) {
            return new Existing(id, name, slug, organizationId, region, deploymentType, schemaName, value, activation);
        }
    }

    /** Where the tenant's schema is and what it was made from. */
    record Activation(String connectionName, String templateVersion) {}
}
