package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.Position;
import io.neomt.projection.rebuild.Blueprint;
import io.neomt.projection.rebuild.Difference;
import io.neomt.projection.world.History;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rows are made anew from the log while the running ones are used. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowGenerationsTest {

    private final Stage stage = new Stage();

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void rowsThatAreRightDifferInNothing() {
        for (long seed = 91; seed <= 93; seed++) {
            History history = stage.stored(seed, 400);
            stage.deliver(history, 1, 400);
            Found found = new Found();
            Blueprint.Made made = stage.service.schemaBlueprint.make(history.tenant(), 7, true, true, found);

            assertThat(found.differences).isEmpty();
            assertThat(made.position()).isEqualTo(new Position(400));
            assertThat(made.parts()).isPositive();
            stage.assertViewsAreTheLog(history);
        }
    }

    @Test
    void whatIsWrongIsListedAndPutRightWithTheSets() {
        History history = stage.stored(94, 400);
        stage.deliver(history, 1, 400);
        spoil(history);
        stage.redis.hset(io.neomt.view.cache.CacheKeys.meta(history.tenant()), "complete", "0");
        stage.catchUp(history);

        Found dry = new Found();
        stage.service.schemaBlueprint.make(history.tenant(), 7, true, false, dry);
        assertThat(dry.differences).extracting(Difference::key).anyMatch(key -> key.startsWith("users "));
        assertThat(dry.differences)
                .anySatisfy(found -> {
                    assertThat(found.field()).isEqualTo("name");
                    assertThat(found.running()).isEqualTo("spoiled");
                    assertThat(found.rebuilt()).isNotNull().isNotEqualTo("spoiled");
                })
                .anyMatch(found -> found.key().startsWith("role_permissions ") && found.running() == null)
                .anyMatch(found -> found.key().startsWith("settings ") && found.rebuilt() == null);

        Found found = new Found();
        stage.service.schemaBlueprint.make(history.tenant(), 7, true, true, found);
        assertThat(found.differences).isEqualTo(dry.differences);
        stage.assertViewsAreTheLog(history, 7);
    }

    /** Two users with each other's names, roles with another name, grants that are gone, and a setting nobody made. */
    private void spoil(History history) {
        stage.world.schema(history.tenant()).write(dsl -> {
            dsl.execute("""
                    CREATE TEMPORARY TABLE two ON COMMIT DROP AS
                      SELECT id, username, lead(id) OVER w AS other FROM users WHERE status = 'active' WINDOW w AS (ORDER BY id)
                      LIMIT 2""");
            dsl.execute("UPDATE users SET username = id::text WHERE id IN (SELECT id FROM two)");
            dsl.execute("UPDATE users u SET username = t.username FROM two t WHERE u.id = t.other");
            dsl.execute("UPDATE roles SET name = 'spoiled'");
            dsl.execute("DELETE FROM role_permissions");
            dsl.execute("DELETE FROM team_members");
            return dsl.execute("INSERT INTO settings VALUES ('nobody', '1', 1, now())");
        });
    }

    @Test
    void eventsGoOnMeanwhile() throws Exception {
        History history = stage.stored(95, 600);
        stage.deliver(history, 1, 50);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> live = threads.submit(() -> {
                for (int at = 51; at <= 600; at += 11) {
                    stage.deliver(history, at, Math.min(600, at + 10));
                }
            });
            int made = 0;
            do {
                Found found = new Found();
                stage.service.schemaBlueprint.make(history.tenant(), 7, true, true, found);
                assertThat(found.differences).isEmpty();
                made++;
            } while (!live.isDone());
            live.get();
            assertThat(made).isPositive();
        }
        stage.assertViewsAreTheLog(history);
    }
}
