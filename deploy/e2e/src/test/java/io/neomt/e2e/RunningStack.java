package io.neomt.e2e;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.event.TenantId;
import io.neomt.view.cache.CacheKeys;
import java.net.URI;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** The stores of a running platform, opened to look into them. */
public final class RunningStack implements AutoCloseable {

    private final HikariDataSource admin;
    private final HikariDataSource shared;
    private final UnifiedJedis redis;
    private final Invariants invariants;

    private RunningStack(StackAddresses addresses, String adminDatabase, String sharedDatabase, String topic) {
        this.admin = open(addresses, adminDatabase);
        this.shared = open(addresses, sharedDatabase);
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
        return at(StackAddresses.load(StackAddresses.fileIn(data)), "neo_admin", "neo.tenant.events.v1");
    }

    /** A platform on a database and a topic of its own. */
    static RunningStack at(StackAddresses addresses, String adminDatabase, String topic) {
        return at(addresses, adminDatabase, "neo_shared_us", topic);
    }

    /** @param sharedDatabase where its tenants' schemas are */
    public static RunningStack at(StackAddresses addresses, String adminDatabase, String sharedDatabase, String topic) {
        return new RunningStack(addresses, adminDatabase, sharedDatabase, topic);
    }

    /** The database that the platform's own tables are in. */
    public DSLContext admin() {
        return DSL.using(admin, SQLDialect.POSTGRES);
    }

    /** The database that the tenants' schemas are in. */
    public DSLContext shared() {
        return DSL.using(shared, SQLDialect.POSTGRES);
    }

    public UnifiedJedis redis() {
        return redis;
    }

    /** How many keys of the tenant are in Redis. */
    int keys(String tenantId) {
        ScanParams all = new ScanParams()
                .match(CacheKeys.everyKeyOf(TenantId.of(tenantId)))
                .count(10_000);
        int found = 0;
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<String> part = redis.scan(cursor, all);
            found += part.getResult().size();
            cursor = part.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return found;
    }

    boolean hasSchema(String name) {
        return shared().fetchExists(DSL.selectOne()
                .from("information_schema.schemata")
                .where(DSL.field("schema_name", String.class).eq(name)));
    }

    /** @param table with its schema */
    boolean hasTable(String table) {
        return shared().fetchSingle("SELECT to_regclass({0}) IS NOT NULL", DSL.val(table))
                .get(0, Boolean.class);
    }

    /** In the database of the tenants' schemas, as somebody with a terminal would. */
    void executeShared(String sql) {
        shared().execute(sql);
    }

    public Invariants invariants() {
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
