package io.neomt.query.audit;

import io.neomt.event.Event;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.time.Instant;
import java.util.function.Consumer;

/** What happened in a tenant, from its first event on. Throws as {@link AuditLog}. */
public interface History {

    /** The position of the last event that had happened by then; {@link Position#NONE} where there was none. */
    Position at(TenantId tenant, Instant time);

    /** Gives all events up to a position in order, a portion at a time. */
    void events(TenantId tenant, Position upTo, Consumer<Event> each);
}
