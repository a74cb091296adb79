package io.neomt.projection.views;

import static io.neomt.view.jooq.tenant.Tables.AUDIT_LOG;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.TenantId;
import io.neomt.projection.config.ProjectionServiceApplication;
import io.neomt.projection.world.History;
import io.neomt.projection.world.RandomHistory;
import io.neomt.testkit.backends.Await;
import io.neomt.testkit.backends.Backends;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import redis.clients.jedis.RedisClient;

/** The service as it runs, fed through Kafka. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningServiceTest {

    private World world;
    private Topic topic;
    private RedisClient redis;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void open() {
        Backends backends = Backends.shared();
        world = new World(backends);
        topic = new Topic(backends, 4);
        redis = RedisClient.create(backends.redisUrl());
        service = start();
    }

    private ConfigurableApplicationContext start() {
        List<String> args = new ArrayList<>();
        world.properties.forEach((key, value) -> args.add("--" + key + "=" + value));
        args.add("--server.port=0");
        args.add("--neo.events.topic=" + topic.name);
        args.add("--neo.projection.group=" + topic.name);
        args.add("--neo.projection.catch-up-interval=200ms");
        return ProjectionServiceApplication.start(args.toArray(String[]::new));
    }

    @AfterAll
    void close() {
        service.close();
        redis.close();
        topic.close();
        world.close();
    }

    @Test
    void whatIsPublishedAppearsInEveryView() {
        List<History> histories = new ArrayList<>();
        for (long seed = 31; seed <= 36; seed++) {
            histories.add(stored(seed));
        }
        histories.forEach(history -> topic.publish(history.events()));
        histories.forEach(this::awaitViews);
        histories.forEach(this::awaitAuditLog);
    }

    @Test
    void whatWasNeverPublishedIsFoundInTheStore() {
        awaitViews(stored(41));
    }

    @Test
    void setsThatAreFlushedFillAgainByThemselves() {
        History history = stored(42);
        topic.publish(history.events());
        awaitViews(history);
        RedisView.drop(redis, history.tenant());
        awaitViews(history);
    }

    @Test
    void aTenantThatGetsItsSchemaLaterIsCompleted() {
        TenantId tenant = world.request();
        History history = RandomHistory.of(tenant, 43, 120);
        world.store(history);
        topic.publish(history.events(1, 100));
        world.activate(tenant);
        topic.publish(history.events(101, 120));
        awaitViews(history);
    }

    @Test
    void recordsThatAreNoEventsOrUnreadableHoldUpNobody() {
        History history = stored(44);
        topic.publishGarbage("not a tenant");
        topic.publishGarbage(history.tenant().toString());
        topic.publish(history.events(1, 10));
        topic.publish(history.events().get(10), history.events().get(10).type().wireName(), new byte[] {9});
        topic.publish(history.events().get(11), "neo.user.teleported.v1", new byte[] {9});
        topic.publish(history.events(13, 120));
        awaitViews(history);
    }

    @Test
    void aRestartGoesOnWhereItWas() {
        History history = stored(45);
        topic.publish(history.events(1, 60));
        awaitViews(history, 60);
        service.close();
        topic.publish(history.events(61, 120));
        service = start();
        awaitViews(history);
        awaitAuditLog(history);
    }

    /** As after a broker or this process stood still for longer than the session: then no offset can be committed. */
    @Test
    void aMemberThatTheBrokerHasForgottenComesBack() throws Exception {
        History before = stored(47);
        topic.publish(before.events());
        awaitViews(before);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Backends.shared().kafkaBootstrap()))) {
            admin.removeMembersFromConsumerGroup(topic.name, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        }
        History forgotten = stored(48);
        topic.publish(forgotten.events());
        awaitViews(forgotten);
        History after = stored(49);
        topic.publish(after.events());
        awaitViews(after);
    }

    @Test
    void metricsAndHealthTellHowTheViewsAre() throws IOException, InterruptedException {
        History history = stored(46);
        topic.publish(history.events());
        awaitViews(history);

        assertThat(get("/metrics"))
                .contains("projection_events_total{projection=\"tenantschema\"}")
                .contains("projection_lag_events{projection=\"permissionsets\"}")
                .contains("projection_lag_events{projection=\"audit\"}")
                .contains("projection_lag_seconds{projection=\"tenantschema\"}")
                .contains("projection_parked_tenants")
                .contains("permission_set_writes_total");
        assertThat(get("/health"))
                .contains("tenantschema_parked_tenants")
                .contains("permissionsets_position_moves")
                .contains("redis")
                .contains("kafka");
    }

    private String get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private void awaitAuditLog(History history) {
        Await.until(
                "the audit log of " + history.tenant() + " to be whole",
                () -> world.schema(history.tenant()).read(dsl -> dsl.fetchCount(AUDIT_LOG))
                        == history.events().size());
    }

    private History stored(long seed) {
        History history = RandomHistory.of(world.active(), seed, 120);
        world.store(history);
        return history;
    }

    private void awaitViews(History history) {
        awaitViews(history, history.events().size());
    }

    private void awaitViews(History history, long at) {
        Await.until(
                "the views of " + history.tenant() + " to be at " + at,
                () -> RedisView.of(redis, history.tenant()).marker().complete()
                        && RedisView.of(redis, history.tenant())
                                        .marker()
                                        .position()
                                        .value()
                                >= at);
        RedisView view = RedisView.of(redis, history.tenant());
        assertThat(view.wrong(ExpectedSets.after(
                        history.tenant(),
                        history.events(1, view.marker().position().value()))))
                .isEmpty();
        assertThat(RowsView.of(world.schema(history.tenant())).position().value())
                .isGreaterThanOrEqualTo(at);
    }
}
