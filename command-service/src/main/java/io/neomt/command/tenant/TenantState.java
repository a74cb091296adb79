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

    /** @param activation null until the tenant's schema exists */
    record Existing(
            TenantId id,
            String name,
            String slug,
            @Nullable OrganizationId organizationId,
            String region,
            DeploymentType deploymentType,
            String schemaName,
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
            return new Existing(id, name, slug, organizationId, region, deploymentType, schemaName, by);
        }
    }

    /** Where the tenant's schema is and what it was made from. */
    record Activation(String connectionName, String templateVersion) {}
}
