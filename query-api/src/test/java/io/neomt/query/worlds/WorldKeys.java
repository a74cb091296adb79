package io.neomt.query.worlds;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.permission.Effect;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.RoleGraph;
import io.neomt.testkit.permissions.World;
import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Link;
import io.neomt.testkit.permissions.World.Role;
import io.neomt.testkit.permissions.World.User;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedUser;
import io.neomt.view.cache.ChangeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import redis.clients.jedis.UnifiedJedis;

/** Writes a plain world into Redis, in place of what was there. */
public final class WorldKeys {

    private final UnifiedJedis redis;
    private final TenantId tenant;
    private final World world;
    private final Position position;

    private WorldKeys(UnifiedJedis redis, TenantId tenant, World world, Position position) {
        this.redis = redis;
        this.tenant = tenant;
        this.world = world;
        this.position = position;
    }

    public static void write(UnifiedJedis redis, TenantId tenant, World world, Position position) {
        clear(redis, tenant);
        WorldKeys keys = new WorldKeys(redis, tenant, world, position);
        world.roles().forEach(keys::role);
        world.users().forEach(keys::user);
        mark(redis, tenant, position, true);
    }

    public static void mark(UnifiedJedis redis, TenantId tenant, Position position, boolean complete) {
        redis.hset(
                CacheKeys.meta(tenant),
                Map.of("generation", "1", "position", position.toString(), "complete", complete ? "1" : "0"));
    }

    public static void announce(UnifiedJedis redis, TenantId tenant, Position position) {
        redis.publish(CacheKeys.CHANNEL, new ChangeMessage(tenant, position, List.of(), List.of(), true).text());
    }

    public static void clear(UnifiedJedis redis, TenantId tenant) {
        redis.keys(CacheKeys.tenant(tenant).replace("{", "\\{").replace("}", "\\}") + "*")
                .forEach(redis::del);
    }

    private void role(String name, Role role) {
        redis.hset(
                CacheKeys.role(tenant, Ids.role(name)),
                new CachedRole(position, role.deleted(), name, closure(name)).toFields());
    }

    private List<CachedRole.Permission> closure(String name) {
        List<CachedRole.Permission> permissions = new ArrayList<>();
        if (!world.role(name).deleted()) {
            RoleGraph.closure(name, this::parents).forEach((ancestor, path) -> world.role(ancestor)
                    .holdings()
                    .forEach(holding -> permissions.add(
                            new CachedRole.Permission(PermissionPattern.parse(holding.permission()), path))));
        }
        return permissions;
    }

    private List<String> parents(String name) {
        return world.role(name).parents().stream()
                .map(Link::name)
                .filter(parent -> !world.role(parent).deleted())
                .toList();
    }

    private void user(String name, User user) {
        List<RoleId> roles = user.roles().stream()
                .map(link -> Ids.role(link.name()))
                .distinct()
                .toList();
        redis.hset(
                CacheKeys.user(tenant, Ids.user(name)),
                new CachedUser(
                                position,
                                CachedUser.Status.valueOf(user.status().toUpperCase(Locale.ROOT)),
                                roles,
                                grants(name, user))
                        .toFields());
    }

    private static List<CachedUser.Grant> grants(String name, User user) {
        List<CachedUser.Grant> grants = new ArrayList<>();
        for (Holding holding : user.holdings()) {
            grants.add(new CachedUser.Grant(
                    PermissionPattern.parse(holding.permission()),
                    holding.denial() ? Effect.DENY : Effect.ALLOW,
                    Ids.grant(name, grants.size())));
        }
        return grants;
    }
}
