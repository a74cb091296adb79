package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.connections.Residency;
import io.neomt.event.Position;
import io.neomt.projection.world.History;
import io.neomt.projection.world.RandomHistory;
import io.neomt.testkit.backends.Backends;
import io.neomt.view.cache.CacheMarker;
import java.util.Map;
import java.util.Set;
import redis.clients.jedis.RedisClient;

/** One process of the service on real servers, and what its views have to be. */
final class Stage implements AutoCloseable {

    final World world;
    final RedisClient redis;
    final Service service;

    Stage() {
        this(Residency.EVERYWHERE);
    }

    /** @param residency of the process */
    Stage(Residency residency) {
        Backends backends = Backends.shared();
        world = new World(backends, residency);
        redis = RedisClient.create(backends.redisUrl());
        service = new Service(world, redis);
    }

    /** In the store, but not delivered. */
    History stored(long seed, int length) {
        History history = RandomHistory.of(world.active(), seed, length);
        world.store(history);
        return history;
    }

    void deliver(History history, long from, long to) {
        service.engine.deliver(history.tenant(), history.events(from, to), new Position(to));
    }

    void catchUp(History history) {
        service.engine.catchUp(history.tenant());
    }

    RowsView rows(History history) {
        return RowsView.of(world.schema(history.tenant()));
    }

    void assertViewsAreTheLog(History history) {
        assertViewsAreTheLog(history, CacheMarker.FIRST);
    }

    /** @param generation of the sets that is read */
    void assertViewsAreTheLog(History history, int generation) {
        RedisView view = RedisView.of(redis, history.tenant());
        assertThat(rows(history).position()).isEqualTo(history.head());
        assertRowsAreTheLog(history);
        assertThat(view.marker()).isEqualTo(new CacheMarker(generation, history.head(), true));
        assertThat(view.wrong(ExpectedSets.after(history.tenant(), history.events())))
                .isEmpty();
        assertThat(view.versions())
                .allMatch(version -> version <= history.head().value());
        assertThat(service.retried).isEmpty();
    }

    private void assertRowsAreTheLog(History history) {
        Map<String, Set<Map<String, String>>> expected = ExpectedRows.after(history.events());
        Map<String, Set<Map<String, String>>> tables = rows(history).tables();
        assertThat(tables).containsOnlyKeys(expected.keySet());
        expected.forEach(
                (table, rows) -> assertThat(tables.get(table)).as(table).containsExactlyInAnyOrderElementsOf(rows));
    }

    @Override
    public void close() {
        redis.close();
        world.close();
    }
}
