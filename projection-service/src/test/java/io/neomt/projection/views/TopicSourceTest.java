package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.ProjectionEvent.EventSkipped;
import io.neomt.event.TenantId;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.registry.ConfluentFrame;
import io.neomt.event.registry.ConfluentRestRegistry;
import io.neomt.projection.kernel.EventLog;
import io.neomt.projection.kernel.Pursuit;
import io.neomt.projection.rebuild.Difference;
import io.neomt.projection.rebuild.StoppedException;
import io.neomt.projection.store.AuditProjection;
import io.neomt.projection.store.PublishedEvents;
import io.neomt.projection.store.SchemaBlueprint;
import io.neomt.projection.store.ShadowSets;
import io.neomt.projection.store.TenantSchemas;
import io.neomt.projection.stream.TopicCopies;
import io.neomt.projection.stream.TopicCopy;
import io.neomt.projection.world.History;
import io.neomt.testkit.backends.Backends;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Views are made anew of what the topic holds, which may be in it twice, and may be missing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopicSourceTest {

    private final Stage stage = new Stage();
    private final TenantSchemas schemas = new TenantSchemas(stage.world.directory, stage.world.connections);
    private final Topic topic = new Topic(Backends.shared(), 2);
    private final ConfluentRestRegistry registry =
            new ConfluentRestRegistry(URI.create(Backends.shared().registryUrl()));
    private final Map<TenantId, Position> published = new HashMap<>();
    private final TopicCopies copies = new TopicCopies(
            Backends.shared().kafkaBootstrap(),
            topic.name,
            "test",
            new ConfluentFrame(registry, new AvroEventCodec()),
            stage.service.events,
            () -> published);

    @BeforeEach
    void forget() {
        published.clear();
    }

    @AfterAll
    void close() {
        registry.close();
        topic.close();
        stage.close();
    }

    @Test
    void severalTenantsThatShareTheTopicAreMadeOfItInOneGo() {
        History first = applied(121);
        History second = applied(122);
        History other = stage.stored(123, 50);
        for (int from = 1; from <= 300; from += 50) {
            topic.publish(first.events(from, from + 49));
            topic.publish(second.events(Math.max(1, from - 70), from + 49));
            topic.publishGarbage(first.tenant().toString());
        }
        topic.publish(other.events());
        spoil(second);

        try (TopicCopy copy = copy(first, second)) {
            assertThat(differences(copy, first)).isEmpty();
            SchemaBlueprint.ofRows(schemas, copy, stage.service.blueprint::replace)
                    .make(second.tenant(), 7, true, true, new Found());
            stage.assertViewsAreTheLog(second, 7);
            assertThat(events(copy, second)).isEqualTo(events(stage.service.events, second));
        }
    }

    @Test
    void whatIsNotOnTheTopicYetComesFromTheStore() {
        History history = applied(124);
        topic.publish(history.events(1, 200));
        published.put(history.tenant(), new Position(200));

        try (TopicCopy copy = copy(history)) {
            assertThat(differences(copy, history)).isEmpty();
            // asked for once more from the beginning, as after a failure
            assertThat(differences(copy, history)).isEmpty();
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        History gap = applied(125);
        topic.publish(gap.events(1, 100));
        topic.publish(gap.events(102, 300));
        History end = applied(126);
        topic.publish(end.events(1, 250));
        published.put(end.tenant(), new Position(300));

        try (TopicCopy copy = copy(gap, end)) {
            assertThatThrownBy(() -> differences(copy, gap))
                    .hasMessageContaining("no event 101 of tenant " + gap.tenant());
            assertThatThrownBy(() -> differences(copy, end))
                    .hasMessageContaining("no event 251 of tenant " + end.tenant());
        }
    }

    @Test
    void whatWasSkippedIsSkippedAlthoughNobodyCanReadIt() {
        History history = stage.stored(127, 300);
        EventEnvelope spoiled = history.events().get(2);
        topic.publish(history.events(1, 2));
        topic.publish(spoiled, "neo.unheard.of.v1", new byte[] {9});
        topic.publish(history.events(4, 300));
        try (TopicCopy copy = copy(history)) {
            assertThatThrownBy(() -> copy.read(history.tenant(), Position.NONE, history.head()))
                    .hasMessageContaining("event 3 of tenant " + history.tenant());
        }

        history.add(new EventSkipped(history.tenant(), spoiled.position(), "tenantschema", "it was wrong"));
        stage.world.intervene(history.events().getLast(), null);
        stage.service.events.refresh();
        try (TopicCopy copy = copy(history)) {
            assertThat(events(copy, history))
                    .isEqualTo(events(stage.service.events, history))
                    .hasSize(301);
        }
    }

    @Test
    void theAuditLogIsMadeOfItAlthoughItHasNoHashes() {
        History history = stage.stored(128, 300);
        topic.publish(history.events());
        new Pursuit(stage.service.events, new AuditProjection(schemas, stage.service.events), 50)
                .to(history.tenant(), history.head());

        try (TopicCopy copy = copy(history)) {
            Found found = new Found();
            SchemaBlueprint.ofAudit(schemas, new PublishedEvents(copy, stage.service.events))
                    .check(history.tenant(), found);
            assertThat(found.differences).isEmpty();
        }
    }

    @Test
    void setsAreMadeOfTheRowsThatTheLogSaysWhateverTheRunningOnesAre() {
        History history = applied(129);
        topic.publish(history.events());
        spoil(history);

        try (TopicCopy copy = copy(history)) {
            stage.service
                    .blueprint
                    .of(new ShadowSets(schemas, copy))
                    .make(history.tenant(), 7, true, true, new Found());
            RedisView view = RedisView.of(stage.redis, history.tenant());
            assertThat(view.marker().covers(history.head())).isTrue();
            assertThat(view.wrong(ExpectedSets.after(history.tenant(), history.events())))
                    .isEmpty();
        }
    }

    @Test
    void whoeverStopsNeedNotReadItToItsEnd() {
        History history = stage.stored(130, 20);
        topic.publish(history.events());

        assertThatThrownBy(() -> copies.copy(Set.of(history.tenant()), () -> {
                    throw new StoppedException("by the test");
                }))
                .isInstanceOf(StoppedException.class);
    }

    private TopicCopy copy(History... histories) {
        return copies.copy(Stream.of(histories).map(History::tenant).collect(Collectors.toSet()), () -> {});
    }

    private static List<Event> events(EventLog log, History history) {
        return log.read(history.tenant(), Position.NONE, history.head()).stream()
                .map(EventEnvelope::event)
                .toList();
    }

    private History applied(long seed) {
        History history = stage.stored(seed, 300);
        stage.deliver(history, 1, 300);
        return history;
    }

    /** Rows, but not the sets that were made from them. */
    private void spoil(History history) {
        stage.world.schema(history.tenant()).write(dsl -> {
            dsl.execute("DELETE FROM role_permissions");
            return dsl.execute("UPDATE users SET status = 'deactivated' WHERE status = 'active'");
        });
    }

    private List<Difference> differences(TopicCopy copy, History history) {
        Found found = new Found();
        SchemaBlueprint.ofRows(schemas, copy, stage.service.blueprint::replace).check(history.tenant(), found);
        return found.differences;
    }
}
