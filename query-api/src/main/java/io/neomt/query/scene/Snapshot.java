package io.neomt.query.scene;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.view.cache.CachedResource;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedTeam;
import io.neomt.view.cache.CachedUser;
import java.util.Map;

/**
 * Sets that were read in one moment. Whatever was asked for and is not among them does not exist.
 *
 * @param position that all of them are at
 */
public record Snapshot(
        Position position,
        Map<UserId, CachedUser> users,
        Map<RoleId, CachedRole> roles,
        Map<TeamId, CachedTeam> teams,
        Map<Instance, CachedResource> resources) {}
