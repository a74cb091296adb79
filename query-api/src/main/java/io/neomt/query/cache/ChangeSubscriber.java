package io.neomt.query.cache;

import io.neomt.query.freshness.Changes;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.ChangeMessage;
import java.time.Duration;
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
 * Tells {@link Changes} what Redis announces. A broken connection is made again for as long as this is open; whoever
 * waits meanwhile looks again by themselves.
 */
public final class ChangeSubscriber implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeSubscriber.class);

    private final Supplier<Jedis> connect;
    private final Changes changes;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Jedis connection;

    /**
     * @param connect opens a connection of its own, since listening occupies it
     * @param pause between a lost connection and the next attempt
     */
    public ChangeSubscriber(Supplier<Jedis> connect, Changes changes, Duration pause) {
        this.connect = connect;
        this.changes = changes;
        this.pause = pause;
        this.thread = Thread.ofPlatform().daemon().name("query-api-changes").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            do {
                listen();
                changes.missed();
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (Jedis redis = connect.get()) {
            connection = redis;
            if (closed.getCount() > 0) {
                redis.subscribe(new Listener(), CacheKeys.CHANNEL);
            }
        } catch (JedisException e) {
            if (closed.getCount() > 0) {
                LOG.warn("changes of permission sets are not heard until Redis is back: {}", e.toString());
            }
        } finally {
            connection = null;
        }
    }

    /** Returns when the thread has ended. */
    @Override
    public void close() {
        closed.countDown();
        Jedis current = connection;
        if (current != null) {
            current.disconnect();
        }
        join();
    }

    private void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One message that cannot be read must not end the listening; waiters look by themselves. */
    private final class Listener extends JedisPubSub {

        @Override
        public void onSubscribe(String channel, int subscribed) {
            changes.missed();
        }

        @Override
        public void onMessage(String channel, String text) {
            try {
                ChangeMessage message = ChangeMessage.parse(text);
                changes.reached(message.tenant(), message.to());
            } catch (IllegalArgumentException e) {
                LOG.error("a message on {} cannot be read", channel, e);
                changes.missed();
            }
        }
    }
}
