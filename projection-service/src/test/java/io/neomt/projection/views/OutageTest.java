package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.config.ProjectionServiceApplication;
import io.neomt.projection.world.History;
import io.neomt.projection.world.RandomHistory;
import io.neomt.testkit.backends.Await;
import io.neomt.testkit.backends.Backends;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import redis.clients.jedis.RedisClient;

/** The running service while one of its servers is away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {

    private World world;
    private Topic topic;
    private RedisClient redis;
    private Tap redisTap;
    private Tap postgresTap;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void open() {
        Backends backends = Backends.shared();
        world = new World(backends);
        topic = new Topic(backends, 2);
        redis = RedisClient.create(backends.redisUrl());
        URI redisUrl = URI.create(backends.redisUrl());
        redisTap = new Tap(redisUrl.getHost(), redisUrl.getPort());
        URI postgres = URI.create(
                world.properties.getOrDefault("neo.admin-database.url", "").substring("jdbc:".length()));
        postgresTap = new Tap(postgres.getHost(), postgres.getPort());
        service = start(postgres);
    }

    private ConfigurableApplicationContext start(URI postgres) {
        Map<String, String> settings = new HashMap<>(world.properties);
        settings.put("neo.redis.url", "redis://127.0.0.1:" + redisTap.port() + "/0");
        settings.put(
                "neo.admin-database.url", "jdbc:postgresql://127.0.0.1:" + postgresTap.port() + postgres.getPath());
        settings.put("server.port", "0");
        settings.put("neo.events.topic", topic.name);
        settings.put("neo.projection.group", topic.name);
        settings.put("neo.projection.catch-up-interval", "200ms");
        settings.put("neo.projection.longest-retry", "500ms");
        return ProjectionServiceApplication.start(settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new));
    }

    @AfterAll
    void close() throws IOException {
        redisTap.open();
        postgresTap.open();
        service.close();
        redisTap.close();
        postgresTap.close();
        redis.close();
        topic.close();
        world.close();
    }

    @Test
    void rowsGoOnWithoutRedisAndSetsFollowWhenItIsBack() {
        History history = begun(51);
        awaitSets(history.tenant(), 40);
        redisTap.shut();
        append(history, 41);
        Await.until("the rows to go on", () -> rowsAt(history.tenant()) == 120);
        assertThat(setsAt(history.tenant())).isLessThan(120);
        redisTap.open();
        awaitSets(history.tenant(), 120);
        assertThat(RedisView.of(redis, history.tenant()).wrong(ExpectedSets.after(history.tenant(), history.events())))
                .isEmpty();
    }

    @Test
    void whatIsDeliveredWhileTheStoreIsAwayIsDoneAfterwards() {
        History history = begun(52);
        awaitSets(history.tenant(), 40);
        postgresTap.shut();
        append(history, 41);
        postgresTap.open();
        awaitSets(history.tenant(), 120);
    }

    /** Of the history, the first 40 events have happened. */
    private History begun(long seed) {
        History history = RandomHistory.of(world.active(), seed, 120);
        world.store(history.tenant(), history.events(1, 40));
        topic.publish(history.events(1, 40));
        return history;
    }

    private void append(History history, long from) {
        world.store(history);
        topic.publish(history.events(from, history.head().value()));
    }

    private void awaitSets(TenantId tenant, long position) {
        Await.until("the sets of " + tenant + " to reach " + position, () -> setsAt(tenant) >= position);
    }

    private long setsAt(TenantId tenant) {
        RedisView view = RedisView.of(redis, tenant);
        return view.marker().complete() ? view.marker().position().value() : Position.NONE.value();
    }

    private long rowsAt(TenantId tenant) {
        return RowsView.of(world.schema(tenant)).position().value();
    }
}
