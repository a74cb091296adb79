package io.neomt.query.cache;

import java.net.URI;
import java.time.Duration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/** Opens connections to the Redis that a URL names. */
public final class RedisConnections {

    private final URI url;
    private final JedisClientConfig client;
    private final ConnectionPoolConfig pool = new ConnectionPoolConfig();

    /**
     * @param url {@code redis://} or {@code rediss://}, with user, password and database where needed
     * @param timeout for connecting, for an answer and for a free connection
     */
    public RedisConnections(URI url, Duration timeout, int poolSize) {
        this.url = url;
        this.client = DefaultJedisClientConfig.builder()
                .timeoutMillis(Math.toIntExact(timeout.toMillis()))
                .user(JedisURIHelper.getUser(url))
                .password(JedisURIHelper.getPassword(url))
                .database(JedisURIHelper.getDBIndex(url))
                .ssl(JedisURIHelper.isRedisSSLScheme(url))
                .clientName("neo-query-api")
                .build();
        pool.setMaxTotal(poolSize);
        pool.setMaxIdle(poolSize);
        pool.setMaxWait(timeout);
        pool.setJmxEnabled(false);
    }

    /** A pool; nothing is connected before the first use. */
    public UnifiedJedis pooled() {
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(url))
                .clientConfig(client)
                .poolConfig(pool)
                .build();
    }

    /** One connection, made at once, to listen on. */
    public Jedis single() {
        return new Jedis(JedisURIHelper.getHostAndPort(url), client);
    }
}
