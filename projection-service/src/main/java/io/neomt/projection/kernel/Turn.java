package io.neomt.projection.kernel;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.ProjectionEvent;
import io.neomt.event.TenantId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is done in one turn of a lane, and what its failures lead to. */
final class Turn {

    private final EventLog log;
    private final Failure.Classifier failures;
    private final EngineListener listener;
    private final Backoff backoff;
    private final Drive drive;

    /** @param most how many events go into one transaction */
    Turn(EventLog log, Failure.Classifier failures, EngineListener listener, Backoff backoff, int most) {
        this.log = log;
        this.failures = failures;
        this.listener = listener;
        this.backoff = backoff;
        this.drive = new Drive(log, failures, listener, most);
    }

    /**
     * The last of a tenant: its own turn, so that nothing that was begun before writes afterwards.
     *
     * @return whether nothing is left
     */
    boolean remove(Lane lane) {
        for (Track track : lane.tracks) {
            try {
                track.projection.remove(lane.tenant);
            } catch (RuntimeException | Error e) {
                fail(lane.tenant, track, e);
                return false;
            }
        }
        lane.tracks.forEach(drive::free);
        return true;
    }

    void goOn(Lane lane, Work work) {
        if (work.retry()) {
            lane.tracks.forEach(Track::resume);
        }
        if (work.recheck()) {
            lane.tracks.forEach(Track::forget);
        }
        work.parkings().forEach(each -> park(lane, each));
        @Nullable Work wanted = asStored(lane, work);
        @Nullable Position limit = wanted == null ? null : limit(lane, wanted);
        for (Track track : lane.tracks) {
            if (wanted == null || limit == null) {
                return;
            }
            limit = advance(lane.tenant, track, wanted.events(), limit);
        }
    }

    /** What was published before it was skipped or patched is read from the store, which has it as it shall be. */
    private @Nullable Work asStored(Lane lane, Work work) {
        if (work.events().stream().anyMatch(envelope -> envelope.event() instanceof ProjectionEvent)) {
            lane.tracks.forEach(Turn::tryAgain);
            return work.with(List.of());
        }
        return tried(
                lane,
                () -> work.with(work.events().stream()
                        .filter(event -> !log.isReplaced(lane.tenant, event.position()))
                        .toList()));
    }

    private static void park(Lane lane, Work.Parking parking) {
        Parked parked = parking.parked();
        for (Track track : lane.tracks) {
            if (track.projection.name().equals(parked.projection())) {
                switch (parking) {
                    case Work.Parking.Keep _ -> track.park(parked);
                    case Work.Parking.TryAgain _ -> track.tryAgain(parked);
                }
            }
        }
    }

    /** An event was skipped or patched. */
    private static void tryAgain(Track track) {
        @Nullable Parked parked = track.parked();
        if (parked != null && track.isParked()) {
            track.tryAgain(parked);
        }
    }

    private @Nullable Position limit(Lane lane, Work work) {
        return work.recheck()
                ? tried(lane, () -> {
                    Position head = log.head(lane.tenant);
                    return head.isAtLeast(work.upTo()) ? head : work.upTo();
                })
                : work.upTo();
    }

    /** @return null where it could not be done: then the first projection waits for its turn to try again */
    private <T> @Nullable T tried(Lane lane, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            Track first = lane.tracks.getFirst();
            // what waits already has its retry coming
            if (first.isRunning()) {
                fail(lane.tenant, first, e);
            }
            return null;
        }
    }

    /** @return how far the next projection may go, or null when that is not known */
    private @Nullable Position advance(TenantId tenant, Track track, List<EventEnvelope> events, Position limit) {
        if (track.isParked()) {
            locate(tenant, track);
        }
        if (track.isRunning()) {
            try {
                drive.to(limit, tenant, track, events);
            } catch (RuntimeException | Error e) {
                fail(tenant, track, e);
            }
        }
        return track.position();
    }

    /** What is parked stays so; where it is matters to the projections after it. */
    private void locate(TenantId tenant, Track track) {
        try {
            drive.locate(tenant, track);
        } catch (RuntimeException _) {
            // the next survey looks again
        }
    }

    private void fail(TenantId tenant, Track track, Throwable cause) {
        String name = track.projection.name();
        switch (failures.classify(cause)) {
            case Failure.Retry _ -> listener.retryLater(name, tenant, backoff.after(track.failed()), cause);
            case Failure.Park _ -> {
                Parked parked = Parked.of(tenant, name, track.position(), cause);
                // first, so that what is seen to be parked has been written down
                listener.parked(parked, cause);
                track.park(parked);
            }
            case Failure.Stop _ -> {
                track.failed();
                listener.stopped(cause);
            }
        }
    }
}
