package io.neomt.projection.stream;

import io.neomt.event.CloudEventHeaders;
import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.EventMetadata;
import io.neomt.event.MalformedHeadersException;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.codec.Decoded;
import io.neomt.event.codec.UndecodableEventException;
import io.neomt.event.registry.ConfluentFrame;
import io.neomt.projection.kernel.EventLog;
import io.neomt.projection.kernel.UnreadableEventException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through what the topic held of one tenant: each event once, however often it was published, and none left out. What
 * was skipped or patched since is as the store has it.
 */
final class TopicCursor {

    private final TenantId tenant;
    private final Spool spool;
    private final ConfluentFrame frame;
    private final EventLog store;
    private Iterator<KeptRecord> piece = List.<KeptRecord>of().iterator();
    private int pieces;
    private Position at = Position.NONE;

    TopicCursor(TenantId tenant, Spool spool, ConfluentFrame frame, EventLog store) {
        this.tenant = tenant;
        this.spool = spool;
        this.frame = frame;
        this.store = store;
    }

    /** Of the last event that was read. */
    Position at() {
        return at;
    }

    /** Those up to the position, or to where the topic ended. */
    List<EventEnvelope> read(Position upTo) {
        List<EventEnvelope> events = new ArrayList<>();
        while (at.compareTo(upTo) < 0 && hasNext()) {
            KeptRecord record = piece.next();
            metadata(record).filter(this::isNext).ifPresent(next -> {
                events.add(event(next, record));
                at = next.position();
            });
        }
        return events;
    }

    private boolean hasNext() {
        while (!piece.hasNext() && spool.has(tenant, pieces)) {
            piece = spool.piece(tenant, pieces++).iterator();
        }
        return piece.hasNext();
    }

    /** Empty for what is no event of the tenant: if it was one once, it is missed. */
    private Optional<EventMetadata> metadata(KeptRecord record) {
        try {
            return Optional.of(CloudEventHeaders.parse(record.headers()))
                    .filter(found -> found.tenantId().equals(tenant));
        } catch (MalformedHeadersException _) {
            return Optional.empty();
        }
    }

    private boolean isNext(EventMetadata metadata) {
        if (metadata.position().compareTo(at.next()) > 0) {
            throw new IllegalStateException("the topic has no event " + at.next() + " of tenant " + tenant
                    + ", but it has event " + metadata.position());
        }
        return metadata.position().equals(at.next());
    }

    private EventEnvelope event(EventMetadata metadata, KeptRecord record) {
        return store.isReplaced(tenant, metadata.position())
                ? store.read(tenant, at, metadata.position()).getFirst()
                : new EventEnvelope(metadata, decoded(metadata, record), CloudEventHeaders.hash(record.headers()));
    }

    private Event decoded(EventMetadata metadata, KeptRecord record) {
        String type = CloudEventHeaders.wireType(record.headers());
        try {
            return switch (frame.unframe(type, record.value())) {
                case Decoded.Known known -> known.event();
                case Decoded.Unknown _ -> throw unreadable(metadata, type, record, null);
            };
        } catch (UndecodableEventException e) {
            throw unreadable(metadata, type, record, e);
        }
    }

    private UnreadableEventException unreadable(
            EventMetadata metadata, String type, KeptRecord record, @Nullable Throwable cause) {
        return new UnreadableEventException(
                tenant,
                metadata.position(),
                metadata.id(),
                type,
                "its record at offset " + record.offset() + " of the topic cannot be read (" + type + ")",
                cause);
    }
}
