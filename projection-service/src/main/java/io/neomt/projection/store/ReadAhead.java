package io.neomt.projection.store;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.EventLog;
import io.neomt.projection.kernel.SideThread;
import java.util.List;
import java.util.concurrent.Future;

/** Reads a tenant's log piece by piece, always one piece further than was asked for, while that one is worked on. */
final class ReadAhead implements AutoCloseable {

    private static final int AT_ONCE = 5_000;

    private final EventLog log;
    private final TenantId tenant;
    private final Position end;
    private final SideThread thread = new SideThread();
    private Future<List<EventEnvelope>> next;

    ReadAhead(EventLog log, TenantId tenant, Position after, Position end) {
        this.log = log;
        this.tenant = tenant;
        this.end = end;
        this.next = begin(after);
    }

    private Future<List<EventEnvelope>> begin(Position after) {
        Position upTo = new Position(Math.min(end.value(), after.value() + AT_ONCE));
        return thread.begin(() -> after.equals(end) ? List.of() : log.read(tenant, after, upTo));
    }

    /** @throws IllegalStateException when there is none, or it cannot be read */
    List<EventEnvelope> next(Position after) {
        List<EventEnvelope> events = SideThread.outcome(next);
        if (events.isEmpty()) {
            throw new IllegalStateException("there is no event " + after.next() + " of tenant " + tenant);
        }
        next = begin(events.getLast().position());
        return events;
    }

    /** Waits for what is being read, so that nobody reads on when this has ended. */
    @Override
    public void close() {
        thread.close();
    }
}
