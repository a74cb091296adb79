package io.neomt.projection.stream;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.registry.ConfluentFrame;
import io.neomt.event.registry.SchemaRegistryException;
import io.neomt.projection.kernel.EventLog;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Copies what the topic holds of some tenants: each partition is read once, whatever the number of tenants. */
public final class TopicCopies {

    private final TopicScan scan;
    private final ConfluentFrame frame;
    private final EventLog store;
    private final Supplier<Map<TenantId, Position>> published;

    /**
     * @param owner before the name of the client
     * @param store where events are that are not on the topic yet, or were skipped or patched
     * @param published up to where each tenant's events are on the topic at least
     */
    public TopicCopies(
            String bootstrapServers,
            String topic,
            String owner,
            ConfluentFrame frame,
            EventLog store,
            Supplier<Map<TenantId, Position>> published) {
        this.scan = new TopicScan(bootstrapServers, topic, owner);
        this.frame = frame;
        this.store = store;
        this.published = published;
    }

    /** @param goOn asked again and again meanwhile */
    public TopicCopy copy(Set<TenantId> tenants, Runnable goOn) {
        // asked for before the ends of the topic are: it can only hold more
        Map<TenantId, Position> expected = published.get();
        Spool spool = Spool.open();
        try {
            scan.read(tenants, record -> spool.add(TenantId.of(record.key()), record), goOn);
        } catch (RuntimeException e) {
            spool.close();
            throw e;
        }
        return new TopicCopy(spool, frame, store, expected);
    }

    /** Whether what could not be read may be readable later. */
    public static boolean passes(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof KafkaException
                    || (cause instanceof SchemaRegistryException registry
                            && registry.reason() == SchemaRegistryException.Reason.UNAVAILABLE)) {
                return true;
            }
        }
        return false;
    }
}
