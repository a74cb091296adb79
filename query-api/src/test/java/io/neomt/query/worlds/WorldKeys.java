package io.neomt.query.worlds;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.permission.Instance;
import io.neomt.testkit.permissions.World;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CacheMarker;
import io.neomt.view.cache.CachedResource;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedTeam;
import io.neomt.view.cache.CachedUser;
import io.neomt.view.cache.ChangeMessage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.UnifiedJedis;

/** Writes worlds into Redis, as the projection does. */
public final class WorldKeys {

    private WorldKeys() {}

    /** In place of what was there. */
    public static void write(UnifiedJedis redis, TenantId tenant, World world, Position position) {
        write(redis, tenant, WorldSets.of(world, Map.of(), position));
    }

    /** In place of what was there. */
    public static void write(UnifiedJedis redis, TenantId tenant, WorldSets sets) {
        clear(redis, tenant);
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        sets.users().forEach((id, set) -> all.put(CacheKeys.user(tenant, id), set.toFields()));
        sets.roles().forEach((id, set) -> all.put(CacheKeys.role(tenant, id), set.toFields()));
        sets.teams().forEach((id, set) -> all.put(CacheKeys.team(tenant, id), set.toFields()));
        sets.resources().forEach((id, set) -> all.put(CacheKeys.resource(tenant, id), set.toFields()));
        put(redis, all);
        mark(redis, tenant, sets.position(), true);
    }

    /** Writes what another state of the same world has changed, and says what is to be announced of it. */
    public static ChangeMessage update(UnifiedJedis redis, TenantId tenant, WorldSets before, WorldSets after) {
        Map<Instance, CachedResource> resources = new HashMap<>(after.resources());
        before.resources().keySet().forEach(id -> resources.putIfAbsent(id, CachedResource.removed(after.position())));
        ChangeMessage message = new ChangeMessage(
                tenant,
                before.position(),
                after.position(),
                changed(before.users(), after.users(), CachedUser::toFields),
                changed(before.roles(), after.roles(), CachedRole::toFields),
                changed(before.teams(), after.teams(), CachedTeam::toFields),
                changed(before.resources(), resources, CachedResource::toFields),
                false);
        write(redis, tenant, new WorldSets(after.position(), after.users(), after.roles(), after.teams(), resources));
        return message;
    }

    private static <K, V> List<K> changed(Map<K, V> before, Map<K, V> after, Function<V, Map<String, String>> fields) {
        return after.entrySet().stream()
                .filter(entry -> !before.containsKey(entry.getKey())
                        || !unversioned(fields.apply(entry.getValue()))
                                .equals(unversioned(fields.apply(before.get(entry.getKey())))))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, String> unversioned(Map<String, String> fields) {
        Map<String, String> rest = new HashMap<>(fields);
        rest.remove("v");
        return rest;
    }

    private static void put(UnifiedJedis redis, Map<String, Map<String, String>> all) {
        try (AbstractPipeline pipeline = redis.pipelined()) {
            all.forEach(pipeline::hset);
        }
    }

    public static void mark(UnifiedJedis redis, TenantId tenant, Position position, boolean complete) {
        redis.hset(CacheKeys.meta(tenant), new CacheMarker(1, position, complete).toFields());
    }

    /** As after a rebuild: the sets of the first generation are those of another one. */
    static void moveTo(UnifiedJedis redis, TenantId tenant, int generation) {
        for (String key : keys(redis, tenant)) {
            if (!key.equals(CacheKeys.meta(tenant))) {
                String name = key.substring(CacheKeys.tenant(tenant).length());
                redis.rename(key, CacheKeys.generation(tenant, generation) + name);
            }
        }
        redis.hset(CacheKeys.meta(tenant), "generation", Integer.toString(generation));
    }

    public static void announce(UnifiedJedis redis, TenantId tenant, Position position) {
        announce(redis, ChangeMessage.everything(tenant, position));
    }

    public static void announce(UnifiedJedis redis, ChangeMessage message) {
        redis.publish(CacheKeys.CHANNEL, message.text());
    }

    public static void clear(UnifiedJedis redis, TenantId tenant) {
        String[] keys = keys(redis, tenant).toArray(String[]::new);
        if (keys.length > 0) {
            redis.del(keys);
        }
    }

    private static Set<String> keys(UnifiedJedis redis, TenantId tenant) {
        return redis.keys(CacheKeys.tenant(tenant).replace("{", "\\{").replace("}", "\\}") + "*");
    }
}
