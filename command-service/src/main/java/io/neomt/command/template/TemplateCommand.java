package io.neomt.command.template;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.Needs;
import io.neomt.command.kernel.Subject;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionCode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be asked of a role template. */
public sealed interface TemplateCommand extends Command {

    String name();

    @Override
    default Subject subject() {
        return Subject.ofTemplate(name());
    }

    @Override
    default Set<PermissionCode> requiredPermissions() {
        return Needs.TEMPLATES;
    }

    record DefineTemplate(String name, String description, List<Permission> permissions) implements TemplateCommand {

        private static final int MAX_PERMISSIONS = 1000;
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

        public DefineTemplate {
            Field.matching(NAME, "name", name, "is 1 to 63 of a-z, 0-9, '_' and '-', starting with a letter");
            Field.text("description", description);
            Field.atMost(MAX_PERMISSIONS, "permissions", permissions);
            permissions = List.copyOf(permissions);
        }
    }

    record RemoveTemplate(String name) implements TemplateCommand {}
}
