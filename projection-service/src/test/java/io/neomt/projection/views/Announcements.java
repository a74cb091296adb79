package io.neomt.projection.views;

import io.neomt.event.TenantId;
import io.neomt.testkit.backends.Await;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.ChangeMessage;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.UnifiedJedis;

/** Hears what is announced of permission sets. */
final class Announcements extends JedisPubSub implements AutoCloseable {

    private final Queue<ChangeMessage> heard = new ConcurrentLinkedQueue<>();
    private final Thread thread;

    Announcements(UnifiedJedis redis) {
        thread = Thread.ofVirtual().start(() -> redis.subscribe(this, CacheKeys.CHANNEL));
        Await.until("the subscription", this::isSubscribed);
    }

    List<ChangeMessage> of(TenantId tenant) {
        return heard.stream().filter(message -> message.tenant().equals(tenant)).toList();
    }

    @Override
    public void onMessage(String channel, String message) {
        heard.add(ChangeMessage.parse(message));
    }

    @Override
    public void close() {
        unsubscribe();
        Await.until("the end of the subscription", () -> !thread.isAlive());
    }
}
