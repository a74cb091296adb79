package io.neomt.query.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.config.NeoProperties;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.condition.CelConditions;
import io.neomt.query.cache.ChangeSubscriber;
import io.neomt.query.cache.RedisConnections;
import io.neomt.query.cache.RedisProbe;
import io.neomt.query.cache.RedisSets;
import io.neomt.query.check.Checks;
import io.neomt.query.check.Inquiries;
import io.neomt.query.freshness.Changes;
import io.neomt.query.freshness.FreshReads;
import io.neomt.query.freshness.FreshScenes;
import io.neomt.query.lookup.Candidates;
import io.neomt.query.lookup.Platform;
import io.neomt.query.lookup.Roles;
import io.neomt.query.lookup.Users;
import io.neomt.query.lookup.Vocabulary;
import io.neomt.query.memory.Memory;
import io.neomt.query.memory.MemoryMeter;
import io.neomt.query.memory.MemoryScenes;
import io.neomt.query.metrics.CountedSets;
import io.neomt.query.metrics.MeteredMemory;
import io.neomt.query.metrics.RatedSets;
import io.neomt.query.scene.ActiveTenantsOnly;
import io.neomt.query.scene.Assembly;
import io.neomt.query.scene.CachedSets;
import io.neomt.query.scene.Scenes;
import io.neomt.query.scene.StoredSets;
import io.neomt.query.store.GuardedDirectory;
import io.neomt.query.store.Heads;
import io.neomt.query.store.SqlCandidates;
import io.neomt.query.store.SqlPlatform;
import io.neomt.query.store.SqlRoles;
import io.neomt.query.store.SqlSets;
import io.neomt.query.store.SqlUsers;
import io.neomt.query.store.SqlVocabulary;
import io.neomt.query.store.TenantSnapshots;
import io.neomt.query.store.UserIds;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where permissions and read models come from. */
@Configuration(proxyBeanMethods = false)
class ReadConfiguration {

    private static final TypeReference<Map<String, Object>> JSON_OBJECT = new TypeReference<>() {};

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
    ChangeSubscriber changeSubscriber(
            RedisConnections connections, Changes changes, Memory memory, QuerySettings settings) {
        return new ChangeSubscriber(connections::single, changes, memory, settings.listening());
    }

    @Bean
    Assembly assembly() {
        JsonMapper json = JsonMapper.shared();
        return new Assembly(new CelConditions(), text -> json.readValue(text, JSON_OBJECT));
    }

    @Bean
    MeteredMemory memoryMeter(MeterRegistry registry) {
        return new MeteredMemory(registry);
    }

    @Bean
    Memory memory(Assembly assembly, NeoProperties.Query query, QuerySettings settings, MeteredMemory meter) {
        Memory memory =
                new Memory(assembly, query.remembered(), settings.listening().silence(), meter, System::nanoTime);
        meter.watch(memory::size);
        return memory;
    }

    @Bean
    CachedSets cachedSets(UnifiedJedis redis, QuerySettings settings, Memory memory, MeterRegistry registry) {
        CachedSets inRedis = new RedisSets(redis, settings.redisPause(), System::nanoTime);
        return MemoryScenes.remembering(new RatedSets(new CountedSets(inRedis, registry), registry), memory);
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
    StoredSets storedSets(TenantSnapshots snapshots) {
        return new SqlSets(snapshots);
    }

    @Bean
    Scenes scenes(
            CachedSets cache,
            StoredSets store,
            Assembly assembly,
            Memory memory,
            MemoryMeter meter,
            Changes changes,
            QuerySettings settings,
            TenantDirectory directory,
            NeoProperties.Query query) {
        Scenes fresh = new FreshScenes(cache, store, assembly, changes, settings.patience(), System::nanoTime);
        return new ActiveTenantsOnly(
                new MemoryScenes(memory, cache, fresh, meter),
                new Obstacles(new GuardedDirectory(directory), query.parked()));
    }

    @Bean
    Checks checks(Scenes scenes) {
        return new Checks(scenes);
    }

    @Bean
    Inquiries inquiries(Scenes scenes) {
        return new Inquiries(scenes);
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
    Candidates candidates(TenantSnapshots snapshots) {
        return new SqlCandidates(snapshots);
    }

    @Bean
    Vocabulary vocabulary(TenantSnapshots snapshots) {
        return new SqlVocabulary(snapshots);
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
    UserIds userIds(Users users, FreshReads freshReads, Checks checks) {
        return new UserIds(users, freshReads, checks::isDeleted);
    }
}
