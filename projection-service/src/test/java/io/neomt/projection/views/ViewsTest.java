package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.permission.Effect;
import io.neomt.projection.kernel.UnreadableEventException;
import io.neomt.projection.world.History;
import io.neomt.projection.world.Ids;
import io.neomt.projection.world.RandomHistory;
import io.neomt.testkit.backends.Await;
import io.neomt.testkit.backends.Backends;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CacheMarker;
import io.neomt.view.cache.CachedUser;
import io.neomt.view.cache.ChangeMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.RedisClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewsTest {

    private World world;
    private RedisClient redis;
    private Service service;

    @BeforeAll
    void open() {
        Backends backends = Backends.shared();
        world = new World(backends);
        redis = RedisClient.create(backends.redisUrl());
        service = new Service(world, redis);
    }

    @AfterAll
    void close() {
        redis.close();
        world.close();
    }

    @Test
    void everyWayToCutRepeatAndReorderDeliveriesMakesTheSameViews() {
        for (long seed = 1; seed <= 3; seed++) {
            History plain = stored(seed, 120);
            plain.events()
                    .forEach(event -> deliver(
                            plain, event.position().value(), event.position().value()));
            for (int way = 0; way < 4; way++) {
                History history = stored(seed, 120);
                deliverSomehow(history, new Random(seed * 10 + way));

                assertViewsAreTheLog(history);
                assertThat(rows(history).tables()).isEqualTo(rows(plain).tables());
            }
        }
    }

    /** Pieces of any length, some before those that come before them, some again much later. */
    private void deliverSomehow(History history, Random random) {
        List<List<EventEnvelope>> pieces = new ArrayList<>();
        int from = 1;
        int end = history.events().size();
        while (from <= end) {
            int to = Math.min(end, from + random.nextInt(40));
            List<EventEnvelope> piece = new ArrayList<>(history.events(from, to));
            piece.addAll(history.events(Math.max(1, from - 5), from));
            Collections.shuffle(piece, random);
            pieces.add(piece);
            from = to + 1;
        }
        Collections.swap(pieces, 0, pieces.size() - 1);
        pieces.addAll(List.copyOf(pieces.subList(0, pieces.size() / 2)));
        pieces.forEach(piece -> service.engine.deliver(
                history.tenant(),
                piece,
                piece.stream()
                        .map(EventEnvelope::position)
                        .max(Position::compareTo)
                        .orElseThrow()));
    }

    @Test
    void aLateDuplicateOfAGrantDoesNotBringItBack() {
        TenantId tenant = world.active();
        History history = History.of(
                tenant,
                new UserCreated(Ids.user(1), "ann", null, "Ann", "ext-ann"),
                new UserPermissionGranted(Ids.user(1), Ids.grant(1), "users.read.tenant", Effect.ALLOW),
                new UserPermissionRevoked(Ids.user(1), Ids.grant(1)));
        world.store(history);
        deliver(history, 1, 2);
        deliver(history, 3, 3);
        deliver(history, 2, 2);

        assertThat(CachedUser.ofFields(redis.hgetAll(CacheKeys.user(tenant, Ids.user(1))))
                        .grants())
                .isEmpty();
        assertViewsAreTheLog(history);
    }

    @Test
    void aCrashBetweenRowsAndSetsIsRepairedByTheNextDelivery() {
        History history = stored(7, 120);
        deliver(history, 1, 40);
        applyRowsOnly(history, 41, 90);

        Service restarted = new Service(world, redis);
        restarted.engine.deliver(history.tenant(), history.events(80, 120), history.head());

        assertViewsAreTheLog(history);
        assertThat(restarted.rebuilt).isEmpty();
    }

    @Test
    void aCrashBetweenRowsAndSetsIsRepairedByCatchingUp() {
        History history = stored(8, 120);
        deliver(history, 1, 40);
        applyRowsOnly(history, 41, 120);

        new Service(world, redis).engine.catchUp(history.tenant());

        assertViewsAreTheLog(history);
    }

    private void applyRowsOnly(History history, long from, long to) {
        service.rows.apply(history.tenant(), new Position(from - 1), history.events(from, to));
    }

    @Test
    void flushedSetsAreMadeAnewFromTheRows() {
        History history = stored(9, 200);
        deliver(history, 1, 200);
        RedisView.drop(redis, history.tenant());
        service.engine.catchUp(history.tenant());

        assertViewsAreTheLog(history);
        assertThat(service.rebuilt).contains("permissionsets");
    }

    @Test
    void setsFlushedBetweenTwoDeliveriesAreMadeAnewAtTheSecond() {
        History history = stored(10, 200);
        deliver(history, 1, 100);
        RedisView.drop(redis, history.tenant());
        deliver(history, 101, 200);

        assertViewsAreTheLog(history);
    }

    @Test
    void aRebuildThatWasLeftUnfinishedIsDoneAgain() {
        History history = stored(11, 100);
        deliver(history, 1, 100);
        redis.hset(CacheKeys.meta(history.tenant()), Map.of("complete", "0", "rebuild", "somebody who died"));
        service.engine.catchUp(history.tenant());

        assertViewsAreTheLog(history);
    }

    @Test
    void setsOfAnotherHistoryGiveWayToTheRows() {
        History history = stored(12, 60);
        redis.hset(CacheKeys.meta(history.tenant()), new CacheMarker(1, new Position(900), true).toFields());
        redis.hset(
                CacheKeys.user(history.tenant(), Ids.user(999)), Map.of("v", "900", "s", "active", "r", "", "d", "[]"));
        deliver(history, 1, 60);

        assertViewsAreTheLog(history);
    }

    @Test
    void aTenantWithoutASchemaWaitsAndIsCompletedWhenItHasOne() {
        TenantId tenant = world.request();
        History history = RandomHistory.of(tenant, 13, 80);
        world.store(history);
        deliver(history, 1, 50);
        assertThat(RedisView.of(redis, tenant).sets()).isEmpty();

        world.activate(tenant);
        deliver(history, 70, 80);
        assertViewsAreTheLog(history);
    }

    @Test
    void anEventOfAnUnknownTypeParksItsTenant() {
        History history = stored(14, 30);
        TenantId tenant = history.tenant();
        world.admin.write(dsl -> dsl.execute(
                "UPDATE eventstore.event SET type = 'neo.user.teleported.v1' WHERE tenant_id = ? AND position = 20",
                tenant.value()));
        service.engine.deliver(tenant, history.events(1, 19), new Position(20));
        deliver(history, 21, 30);

        assertThat(service.parked).anySatisfy(cause -> assertThat(cause)
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("neo.user.teleported.v1"));
        assertThat(rows(history).position()).isEqualTo(new Position(19));
        assertThat(RedisView.of(redis, tenant).marker().position()).isEqualTo(new Position(19));
    }

    @Test
    void everyChangeOfSetsIsAnnouncedWithItsPositionAndWhomItConcerns() {
        History history = History.of(
                world.active(),
                new UserCreated(Ids.user(1), "ann", null, "Ann", "ext-ann"),
                new RoleCreated(Ids.role(1), "member", ""),
                new RoleCreated(Ids.role(2), "lead", ""),
                new RoleParentAdded(Ids.role(2), Ids.role(1)),
                new RolePermissionGranted(Ids.role(1), "posts.write.team"),
                new RoleAssigned(Ids.user(1), Ids.role(2)));
        TenantId tenant = history.tenant();
        world.store(history);
        try (Announcements announcements = new Announcements(redis)) {
            deliver(history, 1, 4);
            deliver(history, 5, 5);
            deliver(history, 6, 6);
            Await.until("three messages", () -> announcements.of(tenant).size() == 3);

            assertThat(announcements.of(tenant).getFirst().everything()).isTrue();
            assertThat(announcements.of(tenant).get(1).to()).isEqualTo(new Position(5));
            assertThat(announcements.of(tenant).get(1).roles()).containsExactlyInAnyOrder(Ids.role(1), Ids.role(2));
            assertThat(announcements.of(tenant).get(2))
                    .isEqualTo(new ChangeMessage(
                            tenant,
                            new Position(5),
                            new Position(6),
                            List.of(Ids.user(1)),
                            List.of(),
                            List.of(),
                            List.of(),
                            false));
        }
    }

    @Test
    void manyUsersAreRebuiltInPieces() {
        History history = new History(world.active());
        for (int i = 1; i <= 2_500; i++) {
            history.add(new UserCreated(Ids.user(i), "user" + i, null, "User", "ext" + i));
        }
        world.store(history);
        service.engine.catchUp(history.tenant());
        RedisView.drop(redis, history.tenant());
        service.engine.catchUp(history.tenant());

        assertViewsAreTheLog(history);
    }

    private History stored(long seed, int length) {
        History history = RandomHistory.of(world.active(), seed, length);
        world.store(history);
        return history;
    }

    private void deliver(History history, long from, long to) {
        service.engine.deliver(history.tenant(), history.events(from, to), new Position(to));
    }

    private RowsView rows(History history) {
        return RowsView.of(world.schema(history.tenant()));
    }

    private void assertViewsAreTheLog(History history) {
        RedisView view = RedisView.of(redis, history.tenant());
        assertThat(rows(history).position()).isEqualTo(history.head());
        assertThat(view.marker()).isEqualTo(new CacheMarker(1, history.head(), true));
        assertThat(view.wrong(ExpectedSets.after(history.tenant(), history.events())))
                .isEmpty();
        assertThat(view.versions())
                .allMatch(version -> version <= history.head().value());
        assertThat(service.retried).isEmpty();
    }
}
