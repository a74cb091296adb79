package io.neomt.projection.stream;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one poll brought for each tenant. */
final class Deliveries {

    private final Map<TenantId, Delivery> byTenant = new LinkedHashMap<>();

    /** One tenant's part. */
    static final class Delivery {

        private final List<EventEnvelope> events = new ArrayList<>();
        private Position upTo = Position.NONE;

        List<EventEnvelope> events() {
            return List.copyOf(events);
        }

        /** The last position heard of, also of an event that could not be read. */
        Position upTo() {
            return upTo;
        }

        private void heardOf(Position position) {
            upTo = upTo.isAtLeast(position) ? upTo : position;
        }
    }

    void add(EventEnvelope event) {
        Delivery delivery = of(event.tenantId());
        delivery.events.add(event);
        delivery.heardOf(event.position());
    }

    /** There is an event, but what it says has to be read from the store. */
    void addUnread(TenantId tenant, Position position) {
        of(tenant).heardOf(position);
    }

    private Delivery of(TenantId tenant) {
        return byTenant.computeIfAbsent(tenant, _ -> new Delivery());
    }

    Map<TenantId, Delivery> byTenant() {
        return byTenant;
    }
}
