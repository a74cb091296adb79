package io.neomt.projection.kernel;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.List;

/** Brings a view forward that no engine drives: one that is made beside the running one. */
public final class Pursuit {

    private final Drive drive;
    private final Projection projection;

    /** @param most how many events go into one transaction */
    public Pursuit(EventLog log, Projection projection, int most) {
        // what fails is told as it is to whoever makes the view
        this.drive = new Drive(log, _ -> new Failure.Retry(), new Unheard(), most);
        this.projection = projection;
    }

    /**
     * To this position, or as far as what it is made from has come meanwhile.
     *
     * @return where the view is then; {@link Position#NONE} when the tenant has no place for it
     */
    public Position to(TenantId tenant, Position limit) {
        Track track = new Track(projection);
        drive.to(limit, tenant, track, List.of());
        Position reached = track.position();
        return reached == null ? Position.NONE : reached;
    }

    /** Nobody watches such a view but whoever makes it. */
    private record Unheard() implements EngineListener {

        @Override
        public void applied(String name, TenantId tenant, List<EventEnvelope> events) {}

        @Override
        public void rebuilt(String name, TenantId tenant, Position position) {}

        @Override
        public void retryLater(String name, TenantId tenant, Duration delay, Throwable cause) {}

        @Override
        public void parked(Parked parked, Throwable cause) {}

        @Override
        public void freed(Parked parked) {}

        @Override
        public void stopped(Throwable cause) {}
    }
}
