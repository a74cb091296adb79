package io.neomt.commons.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.security.Revocations.Standing;
import io.neomt.commons.security.Session;
import io.neomt.testkit.backends.Await;
import io.neomt.testkit.backends.Backends;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class SessionsTest {

    private final String redis = Backends.shared().redisUrl();

    @Test
    void whatOneInstanceEndsAllKnowAlsoThoseThatStartLater() {
        Session session = session("realm");
        try (RedisSessions one = started();
                RedisSessions other = started()) {
            Await.until(
                    "both have looked", () -> one.of(session) == Standing.GOOD && other.of(session) == Standing.GOOD);
            assertThat(one.end(session)).isTrue();
            assertThat(one.of(session)).isEqualTo(Standing.REVOKED);
            Await.until("the other knows", () -> other.of(session) == Standing.REVOKED);
            assertThat(other.of(new Session("another", session.id(), session.issuedAt())))
                    .isEqualTo(Standing.GOOD);
        }
        try (RedisSessions later = started()) {
            Await.until("who comes later knows", () -> later.of(session) == Standing.REVOKED);
        }
    }

    @Test
    void whoHasNeverReachedRedisKnowsNothingAndEndsNothing() {
        RedisSessions alone = new RedisSessions(RedisClient.create(URI.create("redis://127.0.0.1:1/0")), "test");
        alone.lookOnce();
        assertThat(alone.of(session("realm"))).isEqualTo(Standing.UNKNOWN);
        assertThat(alone.end(session("realm"))).isFalse();
    }

    @Test
    void whatIsForgottenForLackOfRoomIsRefusedAllTheSame() {
        EndedSessions ended = new EndedSessions(2);
        ended.known();
        Instant start = Instant.parse("2026-03-01T12:00:00Z");
        for (int i = 1; i <= 3; i++) {
            ended.ended("realm:" + i, start.plusSeconds(i).toEpochMilli());
        }
        assertThat(ended.of(new Session("realm", "1", start))).isEqualTo(Standing.REVOKED);
        assertThat(ended.of(new Session("realm", "2", start.plusSeconds(9)))).isEqualTo(Standing.REVOKED);
        assertThat(ended.of(new Session("realm", "of nobody", start))).isEqualTo(Standing.REVOKED);
        assertThat(ended.of(new Session("realm", "of nobody", start.plusSeconds(2))))
                .isEqualTo(Standing.GOOD);
    }

    @Test
    void whatHasEndedLongAgoIsForgotten() {
        EndedSessions ended = new EndedSessions(10);
        ended.known();
        ended.ended("realm:1", 1_000);
        ended.ended("realm:2", 2_000);
        ended.forgetBefore(2_000);
        assertThat(ended.of(new Session("realm", "1", Instant.ofEpochMilli(500))))
                .isEqualTo(Standing.GOOD);
        assertThat(ended.of(new Session("realm", "2", Instant.ofEpochMilli(500))))
                .isEqualTo(Standing.REVOKED);
    }

    private RedisSessions started() {
        RedisSessions sessions = new RedisSessions(RedisClient.create(URI.create(redis)), "test");
        sessions.start();
        return sessions;
    }

    private static Session session(String realm) {
        return new Session(realm, UUID.randomUUID().toString(), Instant.now());
    }
}
