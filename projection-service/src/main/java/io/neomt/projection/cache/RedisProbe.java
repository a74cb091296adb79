package io.neomt.projection.cache;

import io.neomt.commons.observability.HealthProbe;
import java.util.Map;
import redis.clients.jedis.UnifiedJedis;

/** Asks Redis whether it answers. Without it rows still move, and sets are caught up later. */
public final class RedisProbe implements HealthProbe {

    private final UnifiedJedis redis;

    public RedisProbe(UnifiedJedis redis) {
        this.redis = redis;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public boolean required() {
        return false;
    }

    @Override
    public Map<String, Object> check() {
        redis.ping();
        return Map.of();
    }
}
