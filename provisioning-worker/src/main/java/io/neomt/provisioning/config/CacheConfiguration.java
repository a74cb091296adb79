package io.neomt.provisioning.config;

import io.neomt.commons.config.NeoProperties;
import io.neomt.provisioning.cache.RedisCaches;
import io.neomt.provisioning.run.Caches;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;

/** The client of Redis, which is asked only when a tenant is removed. */
@Configuration(proxyBeanMethods = false)
class CacheConfiguration {

    private static final int CONNECTIONS = 4;

    @Bean(destroyMethod = "close")
    RedisClient redisClient(NeoProperties.Redis settings) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setJmxEnabled(false);
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(settings.url()))
                .clientConfig(DefaultJedisClientConfig.builder(settings.url()).build())
                .poolConfig(pool)
                .build();
    }

    @Bean
    Caches caches(RedisClient redis) {
        return new RedisCaches(redis);
    }
}
