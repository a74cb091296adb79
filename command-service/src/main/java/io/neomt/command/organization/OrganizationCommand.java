package io.neomt.command.organization;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.Needs;
import io.neomt.command.kernel.Slug;
import io.neomt.command.kernel.Subject;
import io.neomt.event.OrganizationId;
import io.neomt.permission.PermissionCode;
import java.util.Set;

/** What can be asked of an organization. */
public sealed interface OrganizationCommand extends Command {

    OrganizationId organizationId();

    @Override
    default Subject subject() {
        return Subject.of(organizationId());
    }

    @Override
    default Set<PermissionCode> requiredPermissions() {
        return Needs.ORGANIZATIONS;
    }

    record CreateOrganization(OrganizationId organizationId, String name, Slug slug) implements OrganizationCommand {
        public CreateOrganization {
            Field.line("name", name);
        }
    }
}
