package io.neomt.query.worlds;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.RoleGraph;
import io.neomt.permission.Terms;
import io.neomt.testkit.permissions.World;
import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Link;
import io.neomt.testkit.permissions.World.Role;
import io.neomt.testkit.permissions.World.User;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CacheMarker;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedUser;
import io.neomt.view.cache.ChangeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        redis.hset(CacheKeys.meta(tenant), new CacheMarker(1, position, complete).toFields());
    }

    public static void announce(UnifiedJedis redis, TenantId tenant, Position position) {
        redis.publish(
                CacheKeys.CHANNEL, ChangeMessage.everything(tenant, position).text());
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

    private List<CachedPermission> closure(String name) {
        List<CachedPermission> permissions = new ArrayList<>();
        if (!world.role(name).deleted()) {
            RoleGraph.closure(name, this::parents).forEach((ancestor, path) -> world.role(ancestor)
                    .holdings()
                    .forEach(holding -> permissions.add(new CachedPermission(
                            Permission.grant(PermissionPattern.parse(holding.permission())), path))));
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
        List<CachedUser.RoleRef> roles = user.roles().stream()
                .map(link -> Ids.role(link.name()))
                .distinct()
                .map(role -> new CachedUser.RoleRef(role, Terms.NONE))
                .toList();
        redis.hset(
                CacheKeys.user(tenant, Ids.user(name)),
                new CachedUser(
                                position,
                                CachedUser.Status.valueOf(user.status().toUpperCase(Locale.ROOT)),
                                roles,
                                List.of(),
                                grants(name, user),
                                List.of())
                        .toFields());
    }

    private static List<CachedUser.Grant> grants(String name, User user) {
        List<CachedUser.Grant> grants = new ArrayList<>();
        for (Holding holding : user.holdings()) {
            PermissionPattern pattern = PermissionPattern.parse(holding.permission());
            grants.add(new CachedUser.Grant(
                    Ids.grant(name, grants.size()),
                    holding.denial() ? Permission.denial(pattern) : Permission.grant(pattern)));
        }
        return grants;
    }
}
