package io.neomt.command.kernel;

import io.neomt.event.RoleId;
import io.neomt.permission.PermissionPattern;
import java.util.Set;

/** What a role that is not deleted means for others. */
public interface RoleFacts {

    RoleId id();

    String name();

    Set<PermissionPattern> permissions();

    Set<RoleId> parents();
}
