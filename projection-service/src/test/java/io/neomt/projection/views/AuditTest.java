package io.neomt.projection.views;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static io.neomt.view.jooq.tenant.Tables.AUDIT_LOG;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.EventHash;
import io.neomt.event.EventMetadata;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserId;
import io.neomt.projection.audit.UnchainedEventException;
import io.neomt.projection.kernel.Backoff;
import io.neomt.projection.kernel.Failure;
import io.neomt.projection.kernel.TenantEngine;
import io.neomt.projection.kernel.TrackStatus;
import io.neomt.projection.store.AuditProjection;
import io.neomt.projection.store.StoreFailures;
import io.neomt.projection.store.TenantSchemas;
import io.neomt.projection.world.History;
import io.neomt.view.jooq.tenant.tables.records.AuditLogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The audit log is the log, however its events come. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTest {

    private final Stage stage = new Stage();
    private final TenantEngine audit = new TenantEngine(
            stage.service.events,
            List.of(new AuditProjection(
                    new TenantSchemas(stage.world.directory, stage.world.connections), stage.service.events)),
            thrown -> StoreFailures.classify(thrown).orElseGet(() -> Failure.ofUnknown(thrown)),
            stage.service,
            new Backoff(Duration.ofMillis(1), Duration.ofMillis(1)),
            50);

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void eachEventHasOneRowHoweverItComes() {
        History history = stage.stored(71, 200);
        Random random = new Random(71);
        for (int i = 0; i < 40; i++) {
            int from = 1 + random.nextInt(200);
            List<EventEnvelope> piece = new ArrayList<>(history.events(from, Math.min(200, from + random.nextInt(30))));
            Collections.shuffle(piece, random);
            // as they are on the topic of a release that knew of no chain: the store has their hashes
            audit.deliver(history.tenant(), piece, piece.getFirst().position());
        }
        audit.catchUp(history.tenant());

        assertLogIs(history);
    }

    @Test
    void aRowTellsWhoWhatWhyAndByWhichRequest() {
        TenantId tenant = stage.world.active();
        UserId user = new UserId(new UUID(7, 7));
        Event event = new UserCreated(user, "ann", null, "Ann \"\\u0000\" \0", "ann");
        EventMetadata metadata = new EventMetadata(
                new UUID(8, 8),
                tenant,
                new Position(1),
                "user/" + user,
                Instant.parse("2026-01-02T03:04:05.000006Z"),
                "acme/boss",
                "correlation",
                "cause",
                null,
                "request-1",
                "because");
        stage.world.store(tenant, List.of(new EventEnvelope(metadata, event)));
        audit.catchUp(tenant);

        AuditLogRecord row = rows(tenant).getFirst();
        assertThat(row.getEventId()).isEqualTo(metadata.id());
        assertThat(row.getType()).isEqualTo("neo.user.created.v1");
        assertThat(row.getSubject()).isEqualTo(metadata.subject());
        assertThat(row.getActor()).isEqualTo("acme/boss");
        assertThat(row.getReason()).isEqualTo("because");
        assertThat(row.getRequestId()).isEqualTo("request-1");
        assertThat(row.getCorrelationId()).isEqualTo("correlation");
        assertThat(row.getCausationId()).isEqualTo("cause");
        assertThat(row.getTime()).isEqualTo(metadata.time());
        assertThat(row.getDetails())
                .isEqualTo(JSONB.valueOf("{\"user_id\": \"" + user + "\", \"username\": \"ann\", \"email\": null,"
                        + " \"display_name\": \"Ann \\\"\\\\u0000\\\" \ufffd\", \"external_id\": \"ann\"}"));
    }

    /** Many are copied, few are inserted. */
    @Test
    void aRowIsTheSameAmongManyAsAlone() {
        List<String> texts =
                List.of("\\N", "a\tb", "line\nline\r", "\\", "\\\\t", "\0", "é\ud83d\ude00", "'\"", "{}", ",");
        TenantId alone = stage.world.active();
        TenantId among = stage.world.active();
        for (TenantId tenant : List.of(alone, among)) {
            List<EventEnvelope> events = new ArrayList<>();
            for (int i = 1; i <= 40; i++) {
                events.add(event(tenant, i, texts.get(i % texts.size())));
            }
            stage.world.store(tenant, events);
        }
        for (EventEnvelope event : stage.service.events.read(alone, Position.NONE, new Position(40))) {
            audit.deliver(alone, List.of(event), event.position());
        }
        audit.catchUp(among);

        assertThat(texts(among)).hasSize(40).isEqualTo(texts(alone));
    }

    private static EventEnvelope event(TenantId tenant, int position, String name) {
        // what surrounds an event is a row of the store already
        String text = name.replace("\0", "-");
        EventMetadata metadata = new EventMetadata(
                UUID.randomUUID(),
                tenant,
                new Position(position),
                "user/" + text,
                Instant.ofEpochSecond(position),
                text,
                "correlation",
                "cause",
                null,
                position % 2 == 0 ? null : text,
                text);
        return new EventEnvelope(
                metadata, new UserCreated(new UserId(new UUID(7, position)), "ann", null, name, "ann"));
    }

    /** All but the id and the hash, which the tenant is a part of. */
    private List<String> texts(TenantId tenant) {
        return rows(tenant).stream()
                .peek(row -> {
                    row.setEventId(new UUID(0, 0));
                    row.setHash("");
                })
                .map(row -> row.intoList().toString())
                .toList();
    }

    /** A row without its hash would be another one after a rebuild. */
    @Test
    void anEventThatHasNoHashYetIsWaitedFor() {
        History history = stage.stored(72, 20);
        byte[] hash = hash(history, 15, null);
        audit.deliver(history.tenant(), history.events(), history.head());

        assertThat(rows(history.tenant())).isEmpty();
        assertThat(stage.service.retried).singleElement().isInstanceOf(UnchainedEventException.class);
        hash(history, 15, hash);
        audit.retry(history.tenant());
        assertLogIs(history);
    }

    @Test
    void itGoesOnWhileTheTenantIsParkedElsewhere() {
        History history = stage.stored(73, 60);
        stage.world.schema(history.tenant()).write(dsl -> dsl.execute("ALTER TABLE users RENAME TO elsewhere"));
        stage.catchUp(history);
        audit.catchUp(history.tenant());

        assertThat(stage.service.engine.statuses(history.tenant()))
                .anyMatch(status -> status.state() == TrackStatus.State.PARKED);
        assertLogIs(history);
    }

    /** Sets the hash of an event, and gives the one that it had. */
    private byte[] hash(History history, long position, byte @Nullable [] hash) {
        return stage.world.admin.write(dsl -> {
            var event = EVENT.TENANT_ID.eq(history.tenant().value()).and(EVENT.POSITION.eq(position));
            byte[] before = dsl.select(EVENT.HASH).from(EVENT).where(event).fetchSingle(EVENT.HASH);
            dsl.update(EVENT).set(EVENT.HASH, hash).where(event).execute();
            return before;
        });
    }

    private void assertLogIs(History history) {
        List<EventEnvelope> stored = stage.service.events.read(history.tenant(), Position.NONE, history.head());
        List<AuditLogRecord> rows = rows(history.tenant());
        assertThat(rows.stream().map(AuditLogRecord::getEventId).toList())
                .isEqualTo(stored.stream().map(event -> event.metadata().id()).toList());
        assertThat(rows.stream().map(row -> new EventHash(row.getHash())).toList())
                .isEqualTo(stored.stream().map(EventEnvelope::hash).toList());
        assertThat(audit.statuses(history.tenant())).singleElement().satisfies(status -> assertThat(status.position())
                .isEqualTo(history.head()));
    }

    private List<AuditLogRecord> rows(TenantId tenant) {
        return stage.world
                .schema(tenant)
                .read(dsl -> List.copyOf(
                        dsl.selectFrom(AUDIT_LOG).orderBy(AUDIT_LOG.POSITION).fetch()));
    }
}
