package io.neomt.projection.permissionsets;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.UserId;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedUser;
import java.util.Map;

/** Sets that were read together, and the position that they were read at. */
public record PermissionSets(Position position, Map<UserId, CachedUser> users, Map<RoleId, CachedRole> roles) {

    public PermissionSets {
        users = Map.copyOf(users);
        roles = Map.copyOf(roles);
    }

    public int size() {
        return users.size() + roles.size();
    }
}
