package io.neomt.projection.world;

import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.EventMetadata;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The log of one tenant under construction. */
public final class History {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TenantId tenant;
    private final List<EventEnvelope> events = new ArrayList<>();

    public History(TenantId tenant) {
        this.tenant = tenant;
    }

    public static History of(TenantId tenant, Event... events) {
        History history = new History(tenant);
        for (Event event : events) {
            history.add(event);
        }
        return history;
    }

    public void add(Event event) {
        Position position = new Position(events.size() + 1L);
        events.add(new EventEnvelope(metadata(position), event));
    }

    private EventMetadata metadata(Position position) {
        return new EventMetadata(
                new UUID(
                        tenant.value().getMostSignificantBits() ^ tenant.value().getLeastSignificantBits(),
                        position.value()),
                tenant,
                position,
                "test/subject",
                timeOf(position.value()),
                "test/actor",
                "correlation",
                "causation",
                null);
    }

    /** When the event at a position happened. */
    public static Instant timeOf(long position) {
        return START.plusMillis(position);
    }

    public TenantId tenant() {
        return tenant;
    }

    public List<EventEnvelope> events() {
        return List.copyOf(events);
    }

    /** The events from one position to another, both included. */
    public List<EventEnvelope> events(long from, long to) {
        return List.copyOf(events.subList((int) from - 1, (int) to));
    }

    public Position head() {
        return new Position(events.size());
    }
}
