package io.neomt.query.audit;

import io.neomt.event.Event;
import io.neomt.event.EventHash;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.chain.ExportedRow;
import java.time.Instant;
import java.util.function.Consumer;

/** The event store, from the first event of a tenant on. Throws as {@link AuditLog}. */
public interface History {

    /** Where a tenant's log stands, and the hash of all of it. */
    record Sealed(Position position, EventHash hash) {}

    /** Throws as {@link AuditLog}, also for as long as events of before there was a chain have no hash. */
    Sealed sealed(TenantId tenant);

    /** The position of the last event that had happened by then; {@link Position#NONE} where there was none. */
    Position at(TenantId tenant, Instant time);

    /** Gives all events up to a position in order, a portion at a time. */
    void events(TenantId tenant, Position upTo, Consumer<Event> each);

    /** As {@link #events}, but as they were recorded, whether or not they can be read. */
    void rows(TenantId tenant, Position upTo, Consumer<ExportedRow> each);
}
