package io.neomt.query.cache;

import io.neomt.query.freshness.Changes;
import io.neomt.query.memory.Memory;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.ChangeMessage;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Tells the memory, and whoever waits for a change, what Redis announces. A broken connection is made again for as long
 * as this is open, and so is one that gives no sign of life; meanwhile nothing is remembered, and who waits looks again
 * by themselves.
 */
public final class ChangeSubscriber implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeSubscriber.class);

    /**
     * How the connection is looked after.
     *
     * @param pause between a lost connection and the next attempt
     * @param heartbeat after which time a sign of life is asked for again
     * @param silence after which time without any the connection counts as lost
     */
    public record Timing(Duration pause, Duration heartbeat, Duration silence) {}

    private final Supplier<Jedis> connect;
    private final Changes changes;
    private final Memory memory;
    private final Timing timing;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread listening;
    private final Thread watching;
    private volatile @Nullable Line line;

    /** @param connect opens a connection of its own, since listening occupies it */
    public ChangeSubscriber(Supplier<Jedis> connect, Changes changes, Memory memory, Timing timing) {
        this.connect = connect;
        this.changes = changes;
        this.memory = memory;
        this.timing = timing;
        this.listening = Thread.ofPlatform().daemon().name("query-api-changes").unstarted(this::listen);
        this.watching = Thread.ofPlatform().daemon().name("query-api-heartbeat").unstarted(this::watch);
    }

    public void start() {
        listening.start();
        watching.start();
    }

    private void listen() {
        do {
            listenOnce();
            memory.lost();
            changes.missed();
        } while (!pause(timing.pause()));
    }

    private void listenOnce() {
        try (Jedis redis = connect.get()) {
            Line opened = new Line(redis);
            line = opened;
            if (closed.getCount() > 0) {
                redis.subscribe(opened, CacheKeys.CHANNEL);
            }
        } catch (JedisException e) {
            if (closed.getCount() > 0) {
                LOG.warn("changes of permission sets are not heard until Redis is back: {}", e.toString());
            }
        } finally {
            line = null;
        }
    }

    private void watch() {
        while (!pause(timing.heartbeat())) {
            Line current = line;
            if (current != null) {
                current.feel();
            }
        }
    }

    /** @return whether this was closed meanwhile */
    private boolean pause(Duration atMost) {
        try {
            return closed.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Returns when the threads have ended. */
    @Override
    public void close() {
        closed.countDown();
        Line current = line;
        if (current != null) {
            current.cut();
        }
        try {
            listening.join();
            watching.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection, as long as it lasts. A sign of life counts from when it was asked for: until then all was heard. */
    private final class Line extends JedisPubSub {

        private final Jedis redis;
        private final Queue<Long> asked = new ConcurrentLinkedQueue<>();
        private volatile long aliveAt = System.nanoTime();

        Line(Jedis redis) {
            this.redis = redis;
        }

        @Override
        public void onSubscribe(String channel, int subscribed) {
            memory.listening();
            changes.missed();
        }

        @Override
        public void onPong(String pattern) {
            Long since = asked.poll();
            if (since != null) {
                aliveAt = since;
                memory.heardUntil(since);
            }
        }

        @Override
        public void onMessage(String channel, String text) {
            try {
                ChangeMessage message = ChangeMessage.parse(text);
                memory.changed(message);
                changes.reached(message.tenant(), message.to());
            } catch (IllegalArgumentException e) {
                // it might have been about anything; who waits looks by themselves
                LOG.error("a message on {} cannot be read", channel, e);
                memory.lost();
                memory.listening();
                changes.missed();
            }
        }

        /** Asks for a sign of life, or gives the connection up when the last one is too long ago. */
        void feel() {
            long now = System.nanoTime();
            if (now - aliveAt > timing.silence().toNanos()) {
                LOG.warn("Redis has gone silent, changes of permission sets are listened to anew");
                memory.lost();
                cut();
            } else if (isSubscribed()) {
                ask(now);
            }
        }

        private void ask(long now) {
            try {
                asked.add(now);
                ping();
            } catch (JedisException e) {
                LOG.debug("the connection has just ended, as the listening thread will find", e);
            }
        }

        void cut() {
            redis.disconnect();
        }
    }
}
