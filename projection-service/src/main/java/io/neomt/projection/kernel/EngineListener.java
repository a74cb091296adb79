package io.neomt.projection.kernel;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.List;

/** Is told what the engine does, for logs and metrics, and to call it again later. */
public interface EngineListener {

    /** A projection moved forward by these events. */
    void applied(String projection, TenantId tenant, List<EventEnvelope> events);

    void rebuilt(String projection, TenantId tenant, Position position);

    /** A failure that passes: {@link TenantEngine#retry} is to be called after the delay. */
    void retryLater(String projection, TenantId tenant, Duration delay, Throwable cause);

    /** A failure that stays: the tenant's events wait until somebody acts. */
    void parked(Parked parked, Throwable cause);

    /** What was parked has moved on, or is no more. */
    void freed(Parked parked);

    /** The process cannot go on. */
    void stopped(Throwable cause);
}
