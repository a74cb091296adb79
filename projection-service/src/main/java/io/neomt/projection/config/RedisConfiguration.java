package io.neomt.projection.config;

import io.neomt.commons.config.NeoProperties;
import io.neomt.commons.config.ProjectionProperties;
import io.neomt.commons.observability.HealthProbe;
import io.neomt.projection.cache.RedisProbe;
import io.neomt.projection.cache.SetCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;

/** The client of Redis. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    @Bean(destroyMethod = "close")
    RedisClient redisClient(
            NeoProperties.Redis settings,
            ProjectionProperties.Projection projection,
            ProjectionProperties.Rebuild rebuild) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        // one for each worker, repairer and rebuilder, and some for the survey, the probe and what is swept
        int connections = 2 * projection.workers() + rebuild.workers() + 3;
        pool.setMaxTotal(connections);
        pool.setMaxIdle(connections);
        pool.setJmxEnabled(false);
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(settings.url()))
                .clientConfig(DefaultJedisClientConfig.builder(settings.url()).build())
                .poolConfig(pool)
                .build();
    }

    @Bean
    SetCache setCache(RedisClient redis) {
        return new SetCache(redis);
    }

    @Bean
    HealthProbe redisProbe(RedisClient redis) {
        return new RedisProbe(redis);
    }
}
