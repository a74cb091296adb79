package io.neomt.command.kernel;

import io.neomt.permission.PermissionCode;
import java.util.Set;

/** What somebody wants to change about one subject. */
public interface Command {

    Subject subject();

    /** All that the actor must be allowed to do. */
    Set<PermissionCode> requiredPermissions();

    /** Whether the command is refused until the tenant is active. */
    default boolean needsActiveTenant() {
        return true;
    }

    /** Whether only users of the platform may ever send it, whatever others may do in the tenant. */
    default boolean ofPlatformOnly() {
        return false;
    }

    /** Whether deciding looks at the platform, whoever sends the command. */
    default boolean looksAtPlatform() {
        return false;
    }

    /** The subjects that deciding will surely look at, to be read all at once. */
    default Set<Subject> looksAt() {
        return Set.of(subject());
    }
}
