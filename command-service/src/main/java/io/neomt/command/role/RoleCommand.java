package io.neomt.command.role;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Subject;
import io.neomt.event.RoleId;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionPattern;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be asked of a role. */
public sealed interface RoleCommand extends Command {

    int MAX_PERMISSIONS = 1000;
    int MAX_PARENTS = 100;

    RoleId roleId();

    @Override
    default Subject subject() {
        return Subject.of(roleId());
    }

    @Override
    default PermissionCode requiredPermission() {
        return PermissionCode.parse("roles.write.tenant");
    }

    record CreateRole(
            RoleId roleId, String name, String description, Set<PermissionPattern> permissions, Set<RoleId> parents)
            implements RoleCommand {
        public CreateRole {
            Rules.name(name);
            Field.text("description", description);
            permissions = Rules.permissions(permissions);
            parents = Rules.parents(parents);
        }
    }

    record UpdateRole(RoleId roleId, String name, String description) implements RoleCommand {
        public UpdateRole {
            Rules.name(name);
            Field.text("description", description);
        }
    }

    record DeleteRole(RoleId roleId) implements RoleCommand {}

    /** @param permissions all that the role shall hold itself */
    record SetRolePermissions(RoleId roleId, Set<PermissionPattern> permissions) implements RoleCommand {
        public SetRolePermissions {
            permissions = Rules.permissions(permissions);
        }
    }

    /** @param parents all that the role shall inherit */
    record SetRoleParents(RoleId roleId, Set<RoleId> parents) implements RoleCommand {
        public SetRoleParents {
            parents = Rules.parents(parents);
        }
    }

    /** The form of a role's fields. */
    final class Rules {

        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

        private Rules() {}

        private static void name(String name) {
            Field.matching(NAME, "name", name, "is 1 to 63 of a-z, 0-9, '_' and '-', starting with a letter");
        }

        private static Set<PermissionPattern> permissions(Set<PermissionPattern> permissions) {
            Field.atMost(MAX_PERMISSIONS, "permissions", permissions);
            return Ordered.set(permissions);
        }

        private static Set<RoleId> parents(Set<RoleId> parents) {
            Field.atMost(MAX_PARENTS, "parents", parents);
            return Ordered.set(parents);
        }
    }
}
