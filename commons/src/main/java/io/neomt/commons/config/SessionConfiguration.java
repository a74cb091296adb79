package io.neomt.commons.config;

import io.neomt.commons.sessions.RedisSessions;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/** Which sessions were ended, in every service that is told where Redis is. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty("neo.redis.url")
    RedisSessions endedSessions(NeoProperties.Redis redis, ServiceName service) {
        return new RedisSessions(connect(redis.url(), service), service.value());
    }

    private static UnifiedJedis connect(URI url, ServiceName service) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(2);
        pool.setMaxWait(TIMEOUT);
        pool.setJmxEnabled(false);
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(url))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .timeoutMillis(Math.toIntExact(TIMEOUT.toMillis()))
                        .user(JedisURIHelper.getUser(url))
                        .password(JedisURIHelper.getPassword(url))
                        .database(JedisURIHelper.getDBIndex(url))
                        .ssl(JedisURIHelper.isRedisSSLScheme(url))
                        .clientName("neo-" + service.value() + "-sessions")
                        .build())
                .poolConfig(pool)
                .build();
    }
}
