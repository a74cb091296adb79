package io.neomt.projection.cache;

import io.neomt.event.TenantId;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CacheMarker;
import io.neomt.view.cache.CorruptCacheValueException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/** Reads markers. */
final class Markers {

    private static final String[] FIELDS = CacheMarker.FIELDS.toArray(String[]::new);

    private Markers() {}

    static Optional<CacheMarker> read(UnifiedJedis redis, String key) {
        return of(redis.hmget(key, FIELDS));
    }

    /** Of the sets that are read, in one round trip; tenants that have none are left out. */
    static Map<TenantId, CacheMarker> read(UnifiedJedis redis, Collection<TenantId> tenants) {
        Map<TenantId, Response<List<String>>> answers = new HashMap<>();
        try (AbstractPipeline pipeline = redis.pipelined()) {
            tenants.forEach(tenant -> answers.put(tenant, pipeline.hmget(CacheKeys.meta(tenant), FIELDS)));
        }
        Map<TenantId, CacheMarker> markers = new HashMap<>();
        answers.forEach((tenant, answer) -> of(answer.get()).ifPresent(found -> markers.put(tenant, found)));
        return markers;
    }

    private static Optional<CacheMarker> of(List<@Nullable String> values) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < FIELDS.length; i++) {
            @Nullable String value = values.get(i);
            if (value != null) {
                fields.put(FIELDS[i], value);
            }
        }
        return of(fields);
    }

    private static Optional<CacheMarker> of(Map<String, String> fields) {
        try {
            return fields.isEmpty() ? Optional.empty() : Optional.of(CacheMarker.ofFields(fields));
        } catch (CorruptCacheValueException e) {
            // a marker that nobody can read is worth no more than none: the tenant's sets are made anew
            return Optional.empty();
        }
    }
}
