package io.neomt.event;

/** An event with its place and origin. */
public record EventEnvelope(EventMetadata metadata, Event event) {

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
