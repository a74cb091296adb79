package io.neomt.event;

import org.jspecify.annotations.Nullable;

/**
 * An event with its place and origin.
 *
 * @param hash by which it is chained to those before it; null while that is not known
 */
public record EventEnvelope(
        EventMetadata metadata, Event event, @Nullable EventHash hash) {

    public EventEnvelope(EventMetadata metadata, Event event) {
        this(metadata, event, null);
    }

    public TenantId tenantId() {
        return metadata.tenantId();
    }

    public Position position() {
        return metadata.position();
    }

    public EventType type() {
        return EventType.of(event);
    }
}
