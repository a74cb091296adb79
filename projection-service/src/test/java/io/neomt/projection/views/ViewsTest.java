package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.ResourceEvent.ResourceRegistered;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.permission.Effect;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import io.neomt.projection.kernel.TrackStatus;
import io.neomt.projection.kernel.UnreadableEventException;
import io.neomt.projection.world.History;
import io.neomt.projection.world.Ids;
import io.neomt.projection.world.RandomHistory;
import io.neomt.view.Migrations;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CachedUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rows and sets are the log, however its events come. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewsTest {

    private final Stage stage = new Stage();

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void everyWayToCutRepeatAndReorderDeliveriesMakesTheSameViews() {
        for (long seed = 1; seed <= 6; seed++) {
            History history = stage.stored(seed, 200);
            deliverSomehow(history, new Random(seed));

            stage.assertViewsAreTheLog(history);
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
        pieces.forEach(piece -> stage.service.engine.deliver(
                history.tenant(),
                piece,
                piece.stream()
                        .map(EventEnvelope::position)
                        .max(Position::compareTo)
                        .orElseThrow()));
    }

    @Test
    void eventsThatComeOneByOneMakeTheSameViews() {
        History history = stage.stored(1, 200);
        for (int at = 1; at <= 200; at++) {
            stage.deliver(history, at, at);
        }

        stage.assertViewsAreTheLog(history);
    }

    @Test
    void aLateDuplicateOfAGrantDoesNotBringItBack() {
        TenantId tenant = stage.world.active();
        History history = History.of(
                tenant,
                new UserCreated(Ids.user(1), "ann", null, "Ann", "ext-ann"),
                new UserPermissionGranted(Ids.user(1), Ids.grant(1), "users.read.tenant", Effect.ALLOW),
                new UserPermissionRevoked(Ids.user(1), Ids.grant(1)));
        stage.world.store(history);
        stage.deliver(history, 1, 2);
        stage.deliver(history, 3, 3);
        stage.deliver(history, 2, 2);

        assertThat(CachedUser.ofFields(stage.redis.hgetAll(CacheKeys.user(tenant, Ids.user(1))))
                        .grants())
                .isEmpty();
        stage.assertViewsAreTheLog(history);
    }

    @Test
    void aCrashBetweenRowsAndSetsIsRepairedByTheNextDelivery() {
        History history = stage.stored(7, 120);
        stage.deliver(history, 1, 40);
        applyRowsOnly(history, 41, 90);

        Service restarted = new Service(stage.world, stage.redis);
        restarted.engine.deliver(history.tenant(), history.events(80, 120), history.head());

        stage.assertViewsAreTheLog(history);
        assertThat(restarted.rebuilt).isEmpty();
    }

    @Test
    void aCrashBetweenRowsAndSetsIsRepairedByCatchingUp() {
        History history = stage.stored(8, 120);
        stage.deliver(history, 1, 40);
        applyRowsOnly(history, 41, 120);

        new Service(stage.world, stage.redis).engine.catchUp(history.tenant());

        stage.assertViewsAreTheLog(history);
    }

    private void applyRowsOnly(History history, long from, long to) {
        stage.service.rows.apply(history.tenant(), new Position(from - 1), history.events(from, to));
    }

    @Test
    void aTenantWithoutASchemaWaitsAndIsCompletedWhenItHasOne() {
        TenantId tenant = stage.world.request();
        History history = RandomHistory.of(tenant, 13, 80);
        stage.world.store(history);
        stage.deliver(history, 1, 50);
        assertThat(RedisView.of(stage.redis, tenant).sets()).isEmpty();

        stage.world.activate(tenant);
        stage.deliver(history, 70, 80);
        stage.assertViewsAreTheLog(history);
    }

    @Test
    void aTenantWhoseSchemaIsOfAnOlderTemplateWaitsAndIsCompletedWhenItIsMigrated() {
        TenantId tenant = stage.world.request();
        stage.world.activate(tenant, List.of(Migrations.TENANT.scripts().getFirst()));
        History history = RandomHistory.of(tenant, 16, 80);
        stage.world.store(history);
        stage.deliver(history, 1, 50);
        assertThat(stage.service.engine.statuses(tenant))
                .allMatch(status -> status.state().equals(TrackStatus.State.RUNNING));
        assertThat(RedisView.of(stage.redis, tenant).sets()).isEmpty();

        stage.world.migrate(tenant);
        stage.deliver(history, 70, 80);
        stage.assertViewsAreTheLog(history);
    }

    @Test
    void whatTheDatabaseCannotStoreDoesNotStopATenant() {
        Permission odd = new Permission(
                PermissionPattern.parse("docs.read.own"),
                Effect.ALLOW,
                null,
                Terms.of(Instant.ofEpochMilli(Long.MIN_VALUE), Instant.ofEpochMilli(Long.MAX_VALUE), "x == '\0'"));
        History history = History.of(
                stage.world.active(),
                new RoleCreated(Ids.role(1), "member", "\0"),
                new RolePermissionGranted(Ids.role(1), odd),
                new ResourceRegistered(new Instance("doc", "1"), null, null, "{\"a\": \"\\u0000\"}"),
                new RolePermissionRevoked(Ids.role(1), odd));
        stage.world.store(history);
        stage.deliver(history, 1, 3);
        assertThat(stage.rows(history).tables()).containsKeys("role_permissions", "resources");
        stage.deliver(history, 4, 4);

        assertThat(stage.rows(history).position()).isEqualTo(history.head());
        assertThat(stage.rows(history).tables()).doesNotContainKey("role_permissions");
    }

    @Test
    void anEventOfAnUnknownTypeParksItsTenant() {
        History history = stage.stored(14, 30);
        TenantId tenant = history.tenant();
        stage.world.admin.write(dsl -> dsl.execute(
                "UPDATE eventstore.event SET type = 'neo.user.teleported.v1' WHERE tenant_id = ? AND position = 20",
                tenant.value()));
        stage.service.engine.deliver(tenant, history.events(1, 19), new Position(20));
        stage.deliver(history, 21, 30);

        assertThat(stage.service.parked).anySatisfy(cause -> assertThat(cause)
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("neo.user.teleported.v1"));
        assertThat(stage.rows(history).position()).isEqualTo(new Position(19));
        assertThat(RedisView.of(stage.redis, tenant).marker().position()).isEqualTo(new Position(19));
    }
}
