package io.neomt.query.worlds;

import io.neomt.commons.connections.Pools;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.consistency.ConsistencyToken;
import io.neomt.commons.consistency.ConsistencyTokens;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.testkit.backends.AdminDatabase;
import io.neomt.testkit.backends.Backends;
import io.neomt.view.ConnectionCipher;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** A platform of its own on the shared servers, as the query API finds them. */
public final class TestBackends implements AutoCloseable {

    /** Of Redis: the platform's tenant has the same keys in every test, so that modules must not share a database. */
    private static final String DATABASE = "/9";

    private final Backends backends;
    private final Map<String, String> properties;
    private final TestPlatform platform;
    private final UnifiedJedis redis;

    private TestBackends(Backends backends, AdminDatabase database) {
        this.backends = backends;
        this.properties = new LinkedHashMap<>(database.properties());
        properties.compute("neo.redis.url", (_, url) -> String.valueOf(url).replaceFirst("/\\d+$", "") + DATABASE);
        this.platform = new TestPlatform(
                new Pools.Login(database.jdbcUrl(), database.username(), database.password()),
                new ConnectionCipher(property("neo.connections.key-id"), property("neo.connections.key")));
        this.redis = RedisClient.create(redisUrl());
    }

    public static TestBackends fresh() {
        Backends shared = Backends.shared();
        return new TestBackends(shared, shared.freshAdminDatabase());
    }

    public TestPlatform platform() {
        return platform;
    }

    public UnifiedJedis redis() {
        return redis;
    }

    public URI redisUrl() {
        return URI.create(property("neo.redis.url"));
    }

    public String slug() {
        return backends.freshSlug();
    }

    public String token(String realm, String subject) {
        return backends.issuer().issueToken(realm, subject);
    }

    public String consistencyToken(Tenant tenant, Position position, int epoch) {
        return new ConsistencyTokens(Base64.getDecoder().decode(property("neo.consistency.secret")))
                .sign(new ConsistencyToken(tenant.id(), position, epoch));
    }

    /** Of a service on a free port. */
    public String[] arguments(Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>(properties);
        all.put("server.port", "0");
        all.putAll(changed);
        return all.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    public static TenantId randomTenant() {
        return new TenantId(UUID.randomUUID());
    }

    private String property(String key) {
        String value = properties.get(key);
        if (value == null) {
            throw new IllegalStateException("the stack says nothing of " + key);
        }
        return value;
    }

    @Override
    public void close() {
        redis.close();
        platform.close();
    }
}
