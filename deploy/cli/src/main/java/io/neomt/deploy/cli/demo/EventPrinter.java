package io.neomt.deploy.cli.demo;

import io.neomt.deploy.cli.client.EventTail;
import io.neomt.deploy.cli.client.TopicEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Prints each event as it passes Kafka and holds that every tenant's sequence goes up by one. */
final class EventPrinter implements AutoCloseable {

    private final Map<String, Long> last = new ConcurrentHashMap<>();
    private final Map<String, String> slugs = new ConcurrentHashMap<>();
    private final Consumer<String> out;
    private final EventTail tail;
    private final Thread thread;
    private volatile boolean open = true;
    private volatile String violation = "";

    EventPrinter(EventTail tail, Consumer<String> out) {
        this.tail = tail;
        this.out = out;
        this.thread = Thread.ofPlatform().name("demo-events").start(this::follow);
    }

    /** Prints this tenant by its slug from here on. */
    void name(String tenantId, String slug) {
        slugs.put(tenantId, slug);
    }

    /** The number of the last event of each tenant, by slug or id. */
    Map<String, Long> sequences() {
        Map<String, Long> sequences = new java.util.TreeMap<>();
        last.forEach((tenant, sequence) -> sequences.put(slugs.getOrDefault(tenant, tenant), sequence));
        return sequences;
    }

    long sequenceOf(String tenantId) {
        return last.getOrDefault(tenantId, 0L);
    }

    /** What was wrong with the order; empty while nothing is. */
    String violation() {
        return violation;
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        tail.close();
    }

    private void follow() {
        while (open) {
            tail.poll(this::print);
        }
    }

    private void print(TopicEvent event) {
        long previous = last.getOrDefault(event.tenantId(), 0L);
        if (event.sequence() > previous + 1) {
            violation = "tenant " + event.tenantId() + " went from " + previous + " to " + event.sequence();
        }
        last.merge(event.tenantId(), event.sequence(), Math::max);
        out.accept(String.format(
                "    kafka  %-36s %-10s #%d",
                event.type(), slugs.getOrDefault(event.tenantId(), event.tenantId()), event.sequence()));
    }
}
