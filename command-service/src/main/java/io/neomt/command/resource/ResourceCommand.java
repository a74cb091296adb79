package io.neomt.command.resource;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.Needs;
import io.neomt.command.kernel.Subject;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.permission.PermissionCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked of a resource. */
public sealed interface ResourceCommand extends Command {

    Instance instance();

    @Override
    default Subject subject() {
        return Subject.of(instance());
    }

    @Override
    default Set<PermissionCode> requiredPermissions() {
        return Needs.RESOURCES;
    }

    /** @param properties a JSON object as text */
    record RegisterResource(
            Instance instance,
            @Nullable UserId owner,
            @Nullable TeamId team,
            String properties) implements ResourceCommand {

        private static final int MAX_PROPERTIES = 16 * 1024;

        public RegisterResource {
            Field.atMostBytes(MAX_PROPERTIES, "properties", properties);
        }
    }

    record RemoveResource(Instance instance) implements ResourceCommand {}
}
