package io.neomt.projection.kernel;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.List;

/** The store of all events, which knows each of them whether or not it was delivered. */
public interface EventLog {

    /** The position of the tenant's last event; {@link Position#NONE} for a tenant without any. */
    Position head(TenantId tenant);

    /**
     * The events after the one position, up to the other, in order; fewer where one of them cannot be understood: then
     * those before it. What was skipped or patched is as it is to be applied.
     *
     * @throws UnreadableEventException when the first of them cannot be understood
     */
    List<EventEnvelope> read(TenantId tenant, Position after, Position upTo);

    /** Whether the event is to be applied otherwise than it was published: then only the store knows how. */
    boolean isReplaced(TenantId tenant, Position position);
}
