package io.neomt.projection.stream;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.registry.ConfluentFrame;
import io.neomt.projection.kernel.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the topic held of some tenants when it was read. What was published later, or not yet, comes from the store. Each
 * tenant is read by one thread at a time, from its beginning on.
 */
public final class TopicCopy implements EventLog, AutoCloseable {

    private final Spool spool;
    private final ConfluentFrame frame;
    private final EventLog store;
    private final Map<TenantId, Position> published;
    private final Map<TenantId, TopicCursor> cursors = new ConcurrentHashMap<>();

    /** @param published up to where the topic has to hold each tenant's events */
    TopicCopy(Spool spool, ConfluentFrame frame, EventLog store, Map<TenantId, Position> published) {
        this.spool = spool;
        this.frame = frame;
        this.store = store;
        this.published = Map.copyOf(published);
    }

    @Override
    public Position head(TenantId tenant) {
        return store.head(tenant);
    }

    @Override
    public boolean isReplaced(TenantId tenant, Position position) {
        return store.isReplaced(tenant, position);
    }

    @Override
    public List<EventEnvelope> read(TenantId tenant, Position after, Position upTo) {
        TopicCursor cursor = cursor(tenant, after);
        List<EventEnvelope> events = new ArrayList<>();
        if (cursor.at().equals(after)) {
            events.addAll(cursor.read(upTo));
        }
        if (cursor.at().compareTo(upTo) < 0) {
            requireAllPublished(tenant, cursor.at());
            Position reached = events.isEmpty() ? after : cursor.at();
            events.addAll(store.read(tenant, reached, upTo));
        }
        return events;
    }

    /** One that stands where it is to be read on, or at the end of what the topic held. */
    private TopicCursor cursor(TenantId tenant, Position after) {
        @Nullable TopicCursor known = cursors.get(tenant);
        if (known != null && known.at().compareTo(after) <= 0) {
            skip(known, after);
            return known;
        }
        TopicCursor cursor = new TopicCursor(tenant, spool, frame, store);
        cursors.put(tenant, cursor);
        skip(cursor, after);
        return cursor;
    }

    private static void skip(TopicCursor cursor, Position to) {
        if (cursor.at().compareTo(to) < 0) {
            List<EventEnvelope> _ = cursor.read(to);
        }
    }

    private void requireAllPublished(TenantId tenant, Position end) {
        Position expected = published.getOrDefault(tenant, Position.NONE);
        if (expected.compareTo(end) > 0) {
            throw new IllegalStateException("the topic has no event " + end.next() + " of tenant " + tenant
                    + ", though the events up to " + expected + " were published");
        }
    }

    @Override
    public void close() {
        spool.close();
    }
}
