package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.EventMetadata;
import io.neomt.event.Position;
import io.neomt.event.ProjectionEvent;
import io.neomt.event.ProjectionEvent.EventPatched;
import io.neomt.event.ProjectionEvent.EventSkipped;
import io.neomt.event.TenantId;
import io.neomt.projection.world.History;
import io.neomt.projection.world.RandomHistory;
import io.neomt.testkit.backends.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** A tenant with an event that nobody can read: what it looks like, and the ways out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParkedTest {

    private static final String PARKED = "/api/v1/admin/projections/parked";
    private static final int LENGTH = 40;
    private static final int POISON = 15;

    private RunningProjections running;

    @BeforeAll
    void open() {
        running = new RunningProjections();
    }

    @AfterAll
    void close() {
        running.close();
    }

    @Test
    void whatIsParkedStaysSoBeyondARestartUntilSomebodyHasItTriedAgain() {
        History history = poisoned(81);
        assertThat(RowsView.of(running.world.schema(history.tenant()))
                        .position()
                        .value())
                .isEqualTo(POISON - 1);

        running.restart();
        awaitOnTrack(history, "parked");
        assertThat(parked(history).path("attempts").asInt()).isEqualTo(1);

        String retry = PARKED + "/" + history.tenant() + "/tenantschema/retry";
        assertThat(running.operator().post(retry).path("freed").asBoolean()).isFalse();
        assertThat(parked(history).path("attempts").asInt()).isEqualTo(2);

        running.world.repair(history.events().get(POISON - 1));
        assertThat(running.operator().post(retry).path("freed").asBoolean()).isTrue();
        awaitViews(history, history.events());
        awaitOnTrack(history, "running");
        assertThat(isListed(history)).isFalse();
        assertThat(running.operator().refusal("admin", "POST", retry)).isEqualTo("409 PROJECTION_NOT_PARKED");
    }

    @Test
    void whatIsSkippedIsPassedByAndTheRestComesInOrder() {
        History history = poisoned(82);
        EventEnvelope says = after(
                history,
                new EventSkipped(history.tenant(), new Position(POISON), "tenantschema", "it never should have been"));
        running.world.intervene(says, null);
        running.topic.publish(List.of(says));

        List<EventEnvelope> applied = new ArrayList<>(history.events());
        applied.remove(POISON - 1);
        awaitViews(history, applied, LENGTH + 1);
        assertThat(isListed(history)).isFalse();
    }

    /** Also when the event that says so is never delivered. */
    @Test
    void whatIsPatchedIsAppliedAsThePatchSays() {
        History history = poisoned(83);
        Event instead = history.events().get(POISON - 1).event();
        EventEnvelope says = after(
                history,
                new EventPatched(
                        history.tenant(), new Position(POISON), "tenantschema", "its bytes were lost", "", 0, ""));
        running.world.intervene(says, instead);

        awaitViews(history, history.events(), LENGTH + 1);
        assertThat(isListed(history)).isFalse();
    }

    /** All on one partition: none of the others waits for the one that is parked. */
    @Test
    void oneBadTenantOfFiftyDelaysNoOther() {
        List<History> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(RandomHistory.of(running.world.active(), 200 + i, LENGTH));
        }
        History bad = all.get(17);
        for (History history : all) {
            if (history.equals(bad)) {
                running.world.storeSpoiled(history, POISON);
            } else {
                running.world.store(history);
            }
        }
        for (History history : all) {
            if (!history.equals(bad)) {
                running.topic.publish(history.events());
            } else {
                publishPoisoned(bad);
            }
        }
        all.stream().filter(history -> !history.equals(bad)).forEach(history -> awaitViews(history, history.events()));
        awaitOnTrack(bad, "parked");
        awaitSetsBefore(bad);
        Await.until("no lag to be left", () -> running.operator()
                .get("/api/v1/admin/projections")
                .valueStream()
                .allMatch(each -> each.path("lag_events").asLong() == 0));
    }

    @Test
    void whatNobodyCanReadIsKeptWithWhereItCameFrom() {
        History history = poisoned(84);

        String tenant = history.tenant().toString();
        Await.until("it to be kept", () -> running.topic.deadLetters().stream()
                .anyMatch(headers -> tenant.equals(headers.get("neo_tenant"))));
        assertThat(running.topic.deadLetters()).anySatisfy(headers -> assertThat(headers)
                .containsEntry("neo_origin_topic", running.topic.name)
                .containsEntry("neo_tenant", tenant)
                .containsEntry("neo_sequence", Integer.toString(POISON))
                .containsKeys("neo_origin_partition", "neo_origin_offset", "neo_reason", "ce_type"));
    }

    @Test
    void whoMayNotChangeAnythingIsRefused() {
        String retry = PARKED + "/platform/tenantschema/retry";
        Operator operator = running.operator();

        assertThat(operator.refusal("reader", "POST", retry)).isEqualTo("403 FORBIDDEN");
        assertThat(operator.refusal("stranger", "GET", PARKED)).isEqualTo("403 FORBIDDEN");
        assertThat(operator.refusal("admin", "POST", PARKED + "/nobody/tenantschema/retry"))
                .isEqualTo("404 TENANT_NOT_FOUND");
        assertThat(operator.refusal("admin", "POST", PARKED + "/platform/nonsense/retry"))
                .isEqualTo("404 PROJECTION_NOT_FOUND");
        assertThat(operator.refusal("admin", "POST", retry)).isEqualTo("409 PROJECTION_NOT_PARKED");
    }

    /** A tenant that is parked at the event. */
    private History poisoned(long seed) {
        History history = RandomHistory.of(running.world.active(), seed, LENGTH);
        running.world.storeSpoiled(history, POISON);
        publishPoisoned(history);
        EventEnvelope poison = history.events().get(POISON - 1);
        Await.until("it to be listed", () -> isListed(history));
        awaitOnTrack(history, "parked");
        JsonNode parked = parked(history);
        assertThat(parked.path("tenant").asString()).isEqualTo(World.slug(history.tenant()));
        assertThat(parked.path("position").asLong()).isEqualTo(POISON);
        assertThat(parked.path("event_id").asString())
                .isEqualTo(poison.metadata().id().toString());
        assertThat(parked.path("event_type").asString()).isEqualTo(poison.type().wireName());
        assertThat(parked.path("reason").asString()).contains("cannot be decoded");
        awaitSetsBefore(history);
        return history;
    }

    /** The sets follow the rows, which may just have been parked. */
    private void awaitSetsBefore(History history) {
        Await.until("the sets to come to the event", () -> position(history) >= POISON - 1);
        assertThat(position(history)).isEqualTo(POISON - 1);
    }

    private void publishPoisoned(History history) {
        running.topic.publish(history.events(1, POISON - 1));
        EventEnvelope poison = history.events().get(POISON - 1);
        running.topic.publish(poison, poison.type().wireName(), new byte[] {9});
        running.topic.publish(history.events(POISON + 1, LENGTH));
    }

    private static EventEnvelope after(History history, ProjectionEvent event) {
        EventMetadata last = history.events().getLast().metadata();
        return new EventEnvelope(
                new EventMetadata(
                        UUID.randomUUID(),
                        last.tenantId(),
                        last.position().next(),
                        "tenant/" + last.tenantId(),
                        last.time(),
                        last.actor(),
                        last.correlationId(),
                        last.causationId(),
                        null),
                event);
    }

    private boolean isListed(History history) {
        return find(history) != null;
    }

    private JsonNode parked(History history) {
        @Nullable JsonNode found = find(history);
        if (found == null) {
            throw new AssertionError("not parked: " + history.tenant());
        }
        return found;
    }

    private @Nullable JsonNode find(History history) {
        return running.operator()
                .get(PARKED)
                .valueStream()
                .filter(each -> each.path("tenant_id")
                        .asString()
                        .equals(history.tenant().toString()))
                // its audit log, too, stands before the event
                .filter(each -> each.path("projection").asString().equals("tenantschema"))
                .findFirst()
                .orElse(null);
    }

    private void awaitOnTrack(History history, String state) {
        String path = "/api/v1/admin/projections/tenantschema/tenants/" + history.tenant();
        Await.until(
                "it to be " + state,
                () -> running.operator().get(path).path("state").asString().equals(state));
    }

    private void awaitViews(History history, List<EventEnvelope> applied) {
        awaitViews(history, applied, LENGTH);
    }

    private void awaitViews(History history, List<EventEnvelope> applied, long position) {
        TenantId tenant = history.tenant();
        Await.until("the views to be at " + position, () -> position(history) >= position);
        assertThat(RedisView.of(running.redis, tenant).wrong(ExpectedSets.after(tenant, applied)))
                .isEmpty();
    }

    private long position(History history) {
        RedisView view = RedisView.of(running.redis, history.tenant());
        return view.marker().complete() ? view.marker().position().value() : 0;
    }
}
