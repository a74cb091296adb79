package io.neomt.command.relay;

import io.neomt.event.EventHash;
import io.neomt.event.EventMetadata;
import io.neomt.event.codec.EncodedEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log holds it, ready to be published.
 *
 * @param link its place in the tenant's chain; null while it has none
 */
public record StoredEvent(
        EventMetadata metadata,
        EncodedEvent encoded,
        @Nullable Link link) {

    /**
     * What chains an event.
     *
     * @param previous of the event before it
     * @param own of the event and all before it
     */
    public record Link(EventHash previous, EventHash own) {}
}
