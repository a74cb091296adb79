package io.neomt.query.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.config.NeoProperties;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.query.ActiveTenantsOnly;
import io.neomt.query.PermissionSets;
import io.neomt.query.cache.ChangeSubscriber;
import io.neomt.query.cache.RedisConnections;
import io.neomt.query.cache.RedisProbe;
import io.neomt.query.cache.RedisSets;
import io.neomt.query.freshness.CachedSets;
import io.neomt.query.freshness.Changes;
import io.neomt.query.freshness.FreshPermissionSets;
import io.neomt.query.freshness.FreshReads;
import io.neomt.query.lookup.Platform;
import io.neomt.query.lookup.Roles;
import io.neomt.query.lookup.Users;
import io.neomt.query.metrics.CountedSets;
import io.neomt.query.metrics.RatedSets;
import io.neomt.query.store.GuardedDirectory;
import io.neomt.query.store.Heads;
import io.neomt.query.store.SqlPlatform;
import io.neomt.query.store.SqlRoles;
import io.neomt.query.store.SqlSets;
import io.neomt.query.store.SqlUsers;
import io.neomt.query.store.TenantSnapshots;
import io.neomt.query.store.UserIds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.UnifiedJedis;

/** Where permissions and read models come from. */
@Configuration(proxyBeanMethods = false)
class ReadConfiguration {

    @Bean
    QuerySettings querySettings() {
        return QuerySettings.defaults();
    }

    @Bean
    RedisConnections redisConnections(NeoProperties.Redis redis, QuerySettings settings) {
        return new RedisConnections(redis.url(), settings.redisTimeout(), settings.redisConnections());
    }

    @Bean(destroyMethod = "close")
    UnifiedJedis redis(RedisConnections connections) {
        return connections.pooled();
    }

    @Bean
    RedisProbe redisProbe(UnifiedJedis redis) {
        return new RedisProbe(redis);
    }

    @Bean
    Changes changes() {
        return new Changes();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ChangeSubscriber changeSubscriber(RedisConnections connections, Changes changes, QuerySettings settings) {
        return new ChangeSubscriber(connections::single, changes, settings.redisPause());
    }

    @Bean
    CachedSets cachedSets(UnifiedJedis redis, QuerySettings settings, MeterRegistry registry) {
        CachedSets inRedis = new RedisSets(redis, settings.redisPause(), System::nanoTime);
        return new RatedSets(new CountedSets(inRedis, registry), registry);
    }

    @Bean
    TenantSnapshots tenantSnapshots(TenantDirectory directory, Connections connections) {
        return new TenantSnapshots(directory, connections);
    }

    @Bean
    FreshReads freshReads(Changes changes, QuerySettings settings) {
        return new FreshReads(changes, settings.patience(), System::nanoTime);
    }

    @Bean
    PermissionSets permissionSets(
            CachedSets cache,
            TenantSnapshots snapshots,
            Changes changes,
            QuerySettings settings,
            TenantDirectory directory) {
        TenantDirectory guarded = new GuardedDirectory(directory);
        return new ActiveTenantsOnly(
                new FreshPermissionSets(cache, new SqlSets(snapshots), changes, settings.patience(), System::nanoTime),
                tenant -> guarded.find(tenant).filter(Tenant::active).isPresent());
    }

    @Bean
    Users users(TenantSnapshots snapshots) {
        return new SqlUsers(snapshots);
    }

    @Bean
    Roles roles(TenantSnapshots snapshots) {
        return new SqlRoles(snapshots);
    }

    @Bean
    Platform platform(AdminDatabase database) {
        return new SqlPlatform(database);
    }

    @Bean
    Heads heads(AdminDatabase database) {
        return new Heads(database);
    }

    @Bean
    UserIds userIds(Users users, FreshReads freshReads) {
        return new UserIds(users, freshReads);
    }
}
