package io.neomt.command.kernel;

import io.neomt.event.RoleId;
import java.util.Optional;

/** The roles of one tenant, as the commands before this one left them. */
@FunctionalInterface
public interface Roles {

    /** The role; empty when it never was or is deleted. */
    Optional<RoleFacts> role(RoleId id);
}
