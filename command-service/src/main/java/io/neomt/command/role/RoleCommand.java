package io.neomt.command.role;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.Needs;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Subject;
import io.neomt.event.RoleId;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.Terms;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    default Set<PermissionCode> requiredPermissions() {
        return Needs.ROLES;
    }

    /**
     * @param template the template of the platform whose permissions the role begins with, null for none
     * @param description null for the template's, or none
     * @param system whether the platform needs the role as it is
     */
    record CreateRole(
            RoleId roleId,
            String name,
            @Nullable String description,
            List<Permission> permissions,
            Map<RoleId, Terms> parents,
            @Nullable String template,
            boolean system)
            implements RoleCommand {
        public CreateRole {
            Rules.name(name);
            if (description != null) {
                Field.text("description", description);
            }
            permissions = Rules.permissions(permissions);
            parents = Rules.parents(parents);
        }

        @Override
        public boolean looksAtPlatform() {
            return template != null;
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
    record SetRolePermissions(RoleId roleId, List<Permission> permissions) implements RoleCommand {
        public SetRolePermissions {
            permissions = Rules.permissions(permissions);
        }
    }

    /** @param parents all that the role shall inherit */
    record SetRoleParents(RoleId roleId, Map<RoleId, Terms> parents) implements RoleCommand {
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

        private static List<Permission> permissions(List<Permission> permissions) {
            Field.atMost(MAX_PERMISSIONS, "permissions", permissions);
            return List.copyOf(permissions);
        }

        private static Map<RoleId, Terms> parents(Map<RoleId, Terms> parents) {
            Field.atMost(MAX_PARENTS, "parents", parents.keySet());
            return Ordered.map(parents);
        }
    }
}
