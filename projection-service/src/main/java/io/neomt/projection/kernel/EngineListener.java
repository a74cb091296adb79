package io.neomt.projection.kernel;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.time.Duration;

/** Is told what the engine does, for logs and metrics, and to call it again later. */
public interface EngineListener {

    /** A projection moved forward. */
    void applied(String projection, TenantId tenant, Position from, Position to);

    void rebuilt(String projection, TenantId tenant, Position position);

    /** A failure that passes: {@link TenantEngine#retry} is to be called after the delay. */
    void retryLater(String projection, TenantId tenant, Duration delay, Throwable cause);

    /** A failure that stays: the tenant's events wait until somebody acts. */
    void parked(String projection, TenantId tenant, Throwable cause);

    /** The process cannot go on. */
    void stopped(Throwable cause);
}
