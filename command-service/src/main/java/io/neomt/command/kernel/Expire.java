package io.neomt.command.kernel;

import io.neomt.permission.PermissionCode;
import java.util.Set;

/** Records what of all that the subject holds is over. Sent by the platform itself. */
public record Expire(Subject subject) implements Command {
    @Override
    public Set<PermissionCode> requiredPermissions() {
        return Set.of();
    }
}
