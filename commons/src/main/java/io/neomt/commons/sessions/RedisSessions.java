package io.neomt.commons.sessions;

import io.neomt.commons.security.Revocations;
import io.neomt.commons.security.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ZRangeParams;
import redis.clients.jedis.resps.Tuple;

/**
 * Ended sessions in one sorted set of Redis, by the time of their end as Redis tells it. Every instance looks several
 * times a second at what is new. While Redis is away no session can be ended, and what is known stays known; an instance
 * that has never reached it knows nothing and says so.
 */
public final class RedisSessions implements Revocations, AutoCloseable {

    /** Longer than any session lasts. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(RedisSessions.class);
    private static final String KEY = "neo:sessions:ended";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    /** Ends are written in an order that may differ a little from that of their times. */
    private static final long OVERLAP_MILLIS = 2_000;

    private static final int MOST = 100_000;
    private static final String END = """
            local t = redis.call('TIME')
            local now = t[1] * 1000 + math.floor(t[2] / 1000)
            redis.call('ZADD', KEYS[1], 'NX', now, ARGV[1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[2]))
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return now
            """;

    private final UnifiedJedis redis;
    private final EndedSessions ended;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread looking;
    private long seenUntil;
    private boolean failing;

    /** @param redis closed with this */
    public RedisSessions(UnifiedJedis redis, String service) {
        this(redis, service, MOST);
    }

    RedisSessions(UnifiedJedis redis, String service, int most) {
        this.redis = redis;
        this.ended = new EndedSessions(most);
        this.looking = Thread.ofPlatform().daemon().name(service + "-sessions").unstarted(this::look);
    }

    public void start() {
        looking.start();
    }

    @Override
    public Standing of(Session session) {
        return ended.of(session);
    }

    /**
     * Ends a session, here at once and in every other instance within moments.
     *
     * @return false when Redis cannot be told, so that nothing has happened
     */
    public boolean end(Session session) {
        String key = EndedSessions.key(session);
        try {
            Object at = redis.eval(END, List.of(KEY), List.of(key, Long.toString(KEPT.toMillis())));
            ended.ended(key, at instanceof Long time ? time : Long.MAX_VALUE);
            return true;
        } catch (JedisException e) {
            LOG.warn("a session cannot be ended: {}", e.toString());
            return false;
        }
    }

    private void look() {
        do {
            lookOnce();
        } while (!pause());
    }

    /** At first at everything, afterwards at what has come since. */
    void lookOnce() {
        try {
            List<Tuple> found = redis.zrangeWithScores(
                    KEY, ZRangeParams.zrangeByScoreParams((double) (seenUntil - OVERLAP_MILLIS), Double.MAX_VALUE));
            for (Tuple each : found) {
                long at = (long) each.getScore();
                ended.ended(each.getElement(), at);
                seenUntil = Math.max(seenUntil, at);
            }
            ended.forgetBefore(seenUntil - KEPT.toMillis());
            ended.known();
            failing = false;
        } catch (JedisException e) {
            if (!failing && closed.getCount() > 0) {
                LOG.warn("ended sessions are not heard of until Redis is back: {}", e.toString());
            }
            failing = true;
        }
    }

    /** @return whether this was closed meanwhile */
    private boolean pause() {
        try {
            return closed.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Returns when nobody looks any more. */
    @Override
    public void close() {
        closed.countDown();
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        redis.close();
    }
}
