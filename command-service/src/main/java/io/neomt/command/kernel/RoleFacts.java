package io.neomt.command.kernel;

import io.neomt.event.RoleId;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.util.Map;
import java.util.Set;

/** What a role that is not deleted means for others. */
public interface RoleFacts {

    RoleId id();

    String name();

    Set<Permission> permissions();

    Map<RoleId, Terms> parents();
}
