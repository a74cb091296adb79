package io.neomt.command.grant;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Subject;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionPattern;
import java.util.Set;

/** What can be given to a user and taken from it. */
public sealed interface GrantCommand extends Command {

    int MAX_ROLES = 100;

    UserId userId();

    @Override
    default Subject subject() {
        return Subject.of(userId());
    }

    @Override
    default PermissionCode requiredPermission() {
        return PermissionCode.parse("grants.write.tenant");
    }

    record AssignRoles(UserId userId, Set<RoleId> roleIds) implements GrantCommand {
        public AssignRoles {
            roleIds = someRoles(roleIds);
        }
    }

    record UnassignRoles(UserId userId, Set<RoleId> roleIds) implements GrantCommand {
        public UnassignRoles {
            roleIds = someRoles(roleIds);
        }
    }

    /** @param grantId the id that the grant or denial will have, unless the user holds the same already */
    record GrantPermission(UserId userId, GrantId grantId, PermissionPattern permission, Effect effect)
            implements GrantCommand {}

    record RevokePermission(UserId userId, GrantId grantId) implements GrantCommand {}

    private static Set<RoleId> someRoles(Set<RoleId> roleIds) {
        Field.atMost(MAX_ROLES, "role_ids", roleIds);
        if (roleIds.isEmpty()) {
            throw new InvalidFieldException("role_ids", "names at least one role");
        }
        return Ordered.set(roleIds);
    }
}
