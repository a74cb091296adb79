package io.neomt.projection.views;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CacheMarker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import redis.clients.jedis.UnifiedJedis;

/** Reads all that Redis holds of one tenant at one moment: its marker, and the sets of the generation that this one names. */
record RedisView(CacheMarker marker, Map<String, Map<String, String>> sets, List<Long> versions) {

    private static final CacheMarker NONE = new CacheMarker(1, Position.NONE, false);
    private static final String SNAPSHOT = """
            local all = {}
            for _, key in ipairs(redis.call('KEYS', ARGV[1])) do
              all[#all + 1] = {key, redis.call('HGETALL', key)}
            end
            return all
            """;
    private static final String DROP = """
            for _, key in ipairs(redis.call('KEYS', ARGV[1])) do
              redis.call('DEL', key)
            end
            return 'done'
            """;

    static RedisView of(UnifiedJedis redis, TenantId tenant) {
        Object answer = redis.eval(SNAPSHOT, List.of(), List.of(CacheKeys.tenant(tenant) + "*"));
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (Object each : (List<?>) answer) {
            List<?> entry = (List<?>) each;
            all.put(String.valueOf(entry.get(0)), fields((List<?>) entry.get(1)));
        }
        Map<String, String> meta = all.remove(CacheKeys.meta(tenant));
        CacheMarker marker = meta == null ? NONE : CacheMarker.ofFields(meta);
        all = ofGeneration(all, tenant, marker.generation());
        List<Long> versions = new ArrayList<>();
        all.values().forEach(fields -> versions.add(Long.parseLong(fields.getOrDefault("v", "-1"))));
        all.replaceAll((_, fields) -> ExpectedSets.unversioned(fields));
        return new RedisView(marker, all, versions);
    }

    /** By the keys that they would have in the first generation. */
    private static Map<String, Map<String, String>> ofGeneration(
            Map<String, Map<String, String>> all, TenantId tenant, int generation) {
        Map<String, Map<String, String>> sets = new TreeMap<>();
        String start = CacheKeys.generation(tenant, generation);
        all.forEach((key, fields) -> {
            String name = key.startsWith(start) ? key.substring(start.length()) : "";
            if (!name.isEmpty() && !name.matches("g\\d+:.*|meta")) {
                sets.put(CacheKeys.tenant(tenant) + name, fields);
            }
        });
        return sets;
    }

    /** All at once, as a flush does it. */
    static void drop(UnifiedJedis redis, TenantId tenant) {
        redis.eval(DROP, List.of(), List.of(CacheKeys.tenant(tenant) + "*"));
    }

    /** Each key whose set is not as expected, with both; empty when all are right. */
    Map<String, String> wrong(Map<String, Map<String, String>> expected) {
        Map<String, String> wrong = new TreeMap<>();
        Set<String> keys = new HashSet<>(sets.keySet());
        keys.addAll(expected.keySet());
        for (String key : keys) {
            if (!Objects.equals(sets.get(key), expected.get(key))) {
                wrong.put(key, sets.get(key) + " instead of " + expected.get(key));
            }
        }
        return wrong;
    }

    private static Map<String, String> fields(List<?> flat) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < flat.size(); i += 2) {
            fields.put(String.valueOf(flat.get(i)), String.valueOf(flat.get(i + 1)));
        }
        return fields;
    }
}
