package io.neomt.e2e;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.neomt.deploy.embedded.StackAddresses;
import java.net.URI;
import java.nio.file.Path;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** The stores of a running platform, opened to look into them. */
final class RunningStack implements AutoCloseable {

    private final HikariDataSource admin;
    private final HikariDataSource shared;
    private final UnifiedJedis redis;
    private final Invariants invariants;

    private RunningStack(StackAddresses addresses, String adminDatabase, String topic) {
        this.admin = open(addresses, adminDatabase);
        this.shared = open(addresses, "neo_shared_us");
        this.redis = RedisClient.create(URI.create(addresses.redisUrl()));
        this.invariants = new Invariants(
                DSL.using(admin, SQLDialect.POSTGRES),
                DSL.using(shared, SQLDialect.POSTGRES),
                redis,
                addresses.kafkaBootstrap(),
                topic);
    }

    /** The platform that runs on this data folder. */
    static RunningStack on(Path data) {
        return new RunningStack(StackAddresses.load(StackAddresses.fileIn(data)), "neo_admin", "neo.tenant.events.v1");
    }

    /** A platform on a database and a topic of its own. */
    static RunningStack at(StackAddresses addresses, String adminDatabase, String topic) {
        return new RunningStack(addresses, adminDatabase, topic);
    }

    Invariants invariants() {
        return invariants;
    }

    @Override
    public void close() {
        redis.close();
        shared.close();
        admin.close();
    }

    private static HikariDataSource open(StackAddresses addresses, String database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(addresses.jdbcUrl(database));
        config.setUsername(addresses.postgresUser());
        config.setPassword(addresses.postgresPassword());
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }
}
