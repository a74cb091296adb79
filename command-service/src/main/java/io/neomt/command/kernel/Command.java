package io.neomt.command.kernel;

import io.neomt.permission.PermissionCode;

/** What somebody wants to change about one subject. */
public interface Command {

    Subject subject();

    /** What the actor must be allowed to do. */
    PermissionCode requiredPermission();

    /** Whether the command is refused until the tenant is active. */
    default boolean needsActiveTenant() {
        return true;
    }
}
