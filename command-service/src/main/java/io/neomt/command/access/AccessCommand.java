package io.neomt.command.access;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Needs;
import io.neomt.command.kernel.Subject;
import io.neomt.event.AccessGrantId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionCode;
import java.util.Set;

/** What can be asked of access from other tenants. */
public sealed interface AccessCommand extends Command {

    AccessGrantId accessGrantId();

    @Override
    default Subject subject() {
        return Subject.of(accessGrantId());
    }

    @Override
    default Set<PermissionCode> requiredPermissions() {
        return Needs.ACCESS;
    }

    /**
     * @param tenant that is opened
     * @param home the tenant that the user belongs to
     */
    record GrantAccess(AccessGrantId accessGrantId, TenantId tenant, TenantId home, UserId user, Permission permission)
            implements AccessCommand {
        @Override
        public boolean looksAtPlatform() {
            return home.equals(TenantId.PLATFORM);
        }
    }

    record RevokeAccess(AccessGrantId accessGrantId) implements AccessCommand {}
}
