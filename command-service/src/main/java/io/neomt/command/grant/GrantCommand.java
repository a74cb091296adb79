package io.neomt.command.grant;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.Needs;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Subject;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.Terms;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
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
    default Set<PermissionCode> requiredPermissions() {
        return Needs.GRANTS;
    }

    /** Terms other than those on which the user has a role replace them. */
    record AssignRoles(UserId userId, Map<RoleId, Terms> roles) implements GrantCommand {
        public AssignRoles {
            some(roles.keySet());
            roles = Ordered.map(roles);
        }

        /** For ever. */
        public AssignRoles(UserId userId, Set<RoleId> roleIds) {
            this(userId, unlimited(roleIds));
        }
    }

    record UnassignRoles(UserId userId, Set<RoleId> roleIds) implements GrantCommand {
        public UnassignRoles {
            some(roleIds);
            roleIds = Ordered.set(roleIds);
        }
    }

    /** @param grantId the id that the grant or denial will have, unless the user holds the same already */
    record GrantPermission(UserId userId, GrantId grantId, Permission permission) implements GrantCommand {}

    record RevokePermission(UserId userId, GrantId grantId) implements GrantCommand {}

    private static Map<RoleId, Terms> unlimited(Set<RoleId> roleIds) {
        Map<RoleId, Terms> roles = new LinkedHashMap<>();
        roleIds.forEach(role -> roles.put(role, Terms.NONE));
        return roles;
    }

    private static void some(Collection<RoleId> roleIds) {
        Field.atMost(MAX_ROLES, "role_ids", roleIds);
        if (roleIds.isEmpty()) {
            throw new InvalidFieldException("role_ids", "names at least one role");
        }
    }
}
