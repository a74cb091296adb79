package io.neomt.command.catalogue;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.Needs;
import io.neomt.command.kernel.Subject;
import io.neomt.event.TenantId;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.ResourceAction;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be asked of a tenant's catalogue. */
public sealed interface CatalogueCommand extends Command {

    TenantId tenantId();

    ResourceAction code();

    @Override
    default Subject subject() {
        return Subject.catalogueOf(tenantId());
    }

    @Override
    default Set<PermissionCode> requiredPermissions() {
        return Needs.CATALOGUE;
    }

    /** @param resourceType the kind of resource that the code is about; null where it is about none in particular */
    record DefinePermission(
            TenantId tenantId,
            ResourceAction code,
            String description,
            @Nullable String resourceType) implements CatalogueCommand {

        private static final Pattern RESOURCE_TYPE = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

        public DefinePermission {
            Field.text("description", description);
            if (resourceType != null) {
                Field.matching(
                        RESOURCE_TYPE,
                        "resource_type",
                        resourceType,
                        "is 1 to 63 of a-z, 0-9, '_' and '-', starting with a letter");
            }
        }
    }

    record WithdrawPermission(TenantId tenantId, ResourceAction code) implements CatalogueCommand {}
}
