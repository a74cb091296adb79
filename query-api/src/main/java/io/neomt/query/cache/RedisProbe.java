package io.neomt.query.cache;

import io.neomt.commons.observability.HealthProbe;
import java.util.Map;
import redis.clients.jedis.UnifiedJedis;

/** Whether Redis answers. Without it everything is read from PostgreSQL, slower but right. */
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
