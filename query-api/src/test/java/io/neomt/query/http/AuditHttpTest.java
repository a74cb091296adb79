package io.neomt.query.http;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static io.neomt.view.jooq.admin.eventstore.Tables.INTERVENTION;
import static io.neomt.view.jooq.tenant.Tables.AUDIT_LOG;
import static io.neomt.view.jooq.tenant.Tables.PROJECTION_POSITION;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.Event;
import io.neomt.event.GrantId;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserId;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.codec.EncodedEvent;
import io.neomt.permission.Effect;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuditHttpTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final UserId ANN = new UserId(new UUID(7, 1));
    private static final AvroEventCodec CODEC = new AvroEventCodec();

    private static Office office;

    @BeforeAll
    static void start() {
        office = new Office();
        office.api.backends().platform().rows(office.tenant, AuditHttpTest::log);
        store(
                new TenantActivated(office.tenant.id(), "db", "4"),
                new UserCreated(ANN, "ann", null, "Ann", "ann"),
                new UserPermissionGranted(ANN, new GrantId(new UUID(7, 2)), "docs.read.tenant", Effect.ALLOW));
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    @Test
    void theNewestComeFirstAndEachPartGoesOnWhereTheLastOneEnded() {
        Client.Answer first = audit("?limit=3").is(200);
        Client.Answer second = audit("?limit=3&cursor=" + first.text("/pagination/next_cursor"))
                .is(200);

        assertThat(positions(first)).containsExactly(7L, 6L, 5L);
        assertThat(positions(second)).containsExactly(4L, 3L, 2L);
        Client.Answer last = audit("?limit=3&cursor=" + second.text("/pagination/next_cursor"))
                .is(200);
        assertThat(positions(last)).containsExactly(1L);
        assertThat(last.at("/pagination/has_next").booleanValue()).isFalse();
        assertThat(first.header("Consistency-Token")).isNotBlank();
        assertThat(first.at("/data/0/details")).hasToString("{\"number\":7}");
        assertThat(first.at("/data/0").has("reason")).isFalse();
        assertThat(first.text("/data/1/reason")).isEqualTo("because");
    }

    @Test
    void eachFilterIsExact() {
        assertThat(positions(audit("?actor=acme/odd").is(200))).containsExactly(7L, 5L, 3L, 1L);
        assertThat(positions(audit("?subject=user/2&actor=acme/even").is(200))).containsExactly(2L);
        assertThat(positions(audit("?type=neo.user.created.v1&subject=user/3").is(200)))
                .containsExactly(3L);
        assertThat(positions(audit("?from=2026-01-01T00:00:02Z&to=2026-01-01T00:00:04Z")
                        .is(200)))
                .containsExactly(3L, 2L);
        assertThat(positions(audit("?actor=acme").is(200))).isEmpty();
    }

    @Test
    void whatIsNoQuestionIsRefused() {
        audit("?actors=x").refused(400, "VALIDATION_ERROR");
        audit("?from=yesterday").refused(400, "VALIDATION_ERROR");
        audit("?limit=0").refused(400, "VALIDATION_ERROR");
        audit("?limit=1001").refused(400, "VALIDATION_ERROR");
        audit("?cursor=x").refused(400, "VALIDATION_ERROR");
        audit("/holders?permission=docs").refused(400, "INVALID_PERMISSION");
        audit("/holders?permission=docs.read.tenant&at=now").refused(400, "VALIDATION_ERROR");
    }

    @Test
    void itNeedsItsOwnPermission() {
        for (String path : List.of("", "/holders?permission=docs.read.tenant", "/export")) {
            Client.Answer refused = office.ned().get("/api/v1/audit" + path).refused(403, "FORBIDDEN");
            assertThat(refused.text("/error/details/permission")).isEqualTo("audit.read.tenant");
        }
    }

    @Test
    void whoHadAPermissionIsFoldedFromTheStore() {
        Client.Answer then = audit("/holders?permission=docs.read.own&at=2026-01-01T00:00:02Z")
                .is(200);
        Client.Answer now = audit("/holders?permission=docs.read.own").is(200);

        assertThat(then.at("/data/position").longValue()).isEqualTo(2);
        assertThat(then.at("/data/holders").size()).isZero();
        assertThat(now.at("/data/position").longValue()).isEqualTo(3);
        assertThat(now.text("/data/holders/0/user_id")).isEqualTo(ANN.toString());
        assertThat(now.text("/data/holders/0/username")).isEqualTo("ann");
        assertThat(now.text("/data/holders/0/by/source/type")).isEqualTo("direct");
    }

    @Test
    void anEventThatWasSkippedOrPatchedCountsAsWasDecided() {
        EncodedEvent other = CODEC.encode(
                new UserPermissionGranted(ANN, new GrantId(new UUID(7, 2)), "docs.write.tenant", Effect.ALLOW));

        intervene(null);
        assertThat(audit("/holders?permission=docs.read.own")
                        .is(200)
                        .at("/data/holders")
                        .size())
                .isZero();
        intervene(other);
        assertThat(audit("/holders?permission=docs.read.own")
                        .is(200)
                        .at("/data/holders")
                        .size())
                .isZero();
        assertThat(audit("/holders?permission=docs.write.own").is(200).text("/data/holders/0/user_id"))
                .isEqualTo(ANN.toString());

        office.api.backends().platform().admin().write(dsl -> dsl.deleteFrom(INTERVENTION)
                .execute());
    }

    /** @param instead of the event at position 3; null for nothing */
    private static void intervene(@Nullable EncodedEvent instead) {
        office.api.backends().platform().admin().write(dsl -> {
            dsl.deleteFrom(INTERVENTION).execute();
            return dsl.insertInto(INTERVENTION)
                    .set(INTERVENTION.TENANT_ID, office.tenant.id().value())
                    .set(INTERVENTION.POSITION, 3L)
                    .set(INTERVENTION.DECIDED_AT, 4L)
                    .set(
                            INTERVENTION.TYPE,
                            instead == null ? null : instead.type().wireName())
                    .set(INTERVENTION.SCHEMA_FINGERPRINT, instead == null ? null : instead.schemaFingerprint())
                    .set(INTERVENTION.PAYLOAD, instead == null ? null : instead.payload())
                    .execute();
        });
    }

    /** As for as long as a platform is brought to this release. */
    @Test
    void anExportWaitsUntilEachEventHasItsHash() {
        office.api.backends().platform().head(office.tenant, QueryApi.POSITION);

        Client.Answer refused = audit("/export").refused(503, "DEPENDENCY_UNAVAILABLE");
        assertThat(refused.text("/error/message")).contains("position 1");
        assertThat(refused.header("Retry-After")).isNotBlank();
    }

    private static Client.Answer audit(String rest) {
        return office.boss().get("/api/v1/audit" + rest);
    }

    private static List<Long> positions(Client.Answer answer) {
        return answer.at("/data")
                .valueStream()
                .map(entry -> entry.path("position").longValue())
                .toList();
    }

    private static void log(DSLContext dsl) {
        for (long i = 1; i <= 7; i++) {
            dsl.insertInto(AUDIT_LOG)
                    .set(AUDIT_LOG.POSITION, i)
                    .set(AUDIT_LOG.EVENT_ID, new UUID(9, i))
                    .set(AUDIT_LOG.TYPE, "neo.user.created.v1")
                    .set(AUDIT_LOG.SUBJECT, "user/" + i)
                    .set(AUDIT_LOG.ACTOR, i % 2 == 0 ? "acme/even" : "acme/odd")
                    .set(AUDIT_LOG.REASON, i % 2 == 0 ? "because" : null)
                    .set(AUDIT_LOG.CORRELATION_ID, "correlation")
                    .set(AUDIT_LOG.CAUSATION_ID, "cause")
                    .set(AUDIT_LOG.TIME, START.plusSeconds(i))
                    .set(AUDIT_LOG.HASH, "ab".repeat(32))
                    .set(AUDIT_LOG.DETAILS, JSONB.valueOf("{\"number\":" + i + "}"))
                    .execute();
        }
        dsl.insertInto(PROJECTION_POSITION).values("audit", 7L, START).execute();
    }

    private static void store(Event... events) {
        office.api.backends().platform().admin().write(dsl -> {
            for (int i = 0; i < events.length; i++) {
                insert(dsl, i + 1, CODEC.encode(events[i]));
            }
            return events;
        });
    }

    private static void insert(DSLContext dsl, long position, EncodedEvent event) {
        dsl.insertInto(EVENT)
                .set(EVENT.TENANT_ID, office.tenant.id().value())
                .set(EVENT.POSITION, position)
                .set(EVENT.ID, new UUID(office.tenant.id().value().getMostSignificantBits(), position))
                .set(EVENT.TYPE, event.type().wireName())
                .set(EVENT.SUBJECT, "user/1")
                .set(EVENT.TIME, START.plusSeconds(position))
                .set(EVENT.ACTOR, "acme/boss")
                .set(EVENT.CORRELATION_ID, "correlation")
                .set(EVENT.CAUSATION_ID, "cause")
                .set(EVENT.SCHEMA_FINGERPRINT, event.schemaFingerprint())
                .set(EVENT.PAYLOAD, event.payload())
                .execute();
    }
}
