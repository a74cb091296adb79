package io.neomt.projection.kernel;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Projection.Applied;
import io.neomt.projection.kernel.Projection.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves one projection of one tenant forward as far as it shall go. Written once, for every projection. */
final class Drive {

    /** A view that is further behind than this is cheaper to rebuild than to catch up in one piece. */
    private static final int MOST_IN_ONE_PIECE = 20_000;

    private final EventLog log;
    private final Failure.Classifier failures;
    private final EngineListener listener;
    private final int most;

    Drive(EventLog log, Failure.Classifier failures, EngineListener listener, int most) {
        this.log = log;
        this.failures = failures;
        this.listener = listener;
        this.most = most;
    }

    /** Afterwards the track knows its position, unless the tenant is not ready. */
    void to(Position limit, TenantId tenant, Track track, List<EventEnvelope> delivered) {
        @Nullable Position last = position(tenant, track);
        while (last != null) {
            switch (Step.next(last, delivered, limit, most)) {
                case Step.Nothing _ -> {
                    return;
                }
                case Step.Apply step -> applyDelivered(tenant, track, last, step.events());
                case Step.Fetch step -> applyAsFarAsPossible(tenant, track, last, fetch(tenant, last, step.upTo()));
            }
            last = position(tenant, track);
        }
    }

    private @Nullable Position position(TenantId tenant, Track track) {
        if (track.position() == null) {
            switch (track.projection.progress(tenant)) {
                case Progress.At at -> track.found(at.position());
                case Progress.Missing _ -> rebuild(tenant, track);
                case Progress.NotReady _ -> track.forget();
            }
        }
        return track.position();
    }

    /** Looks where a view is that nothing is to be applied to now. */
    void locate(TenantId tenant, Track track) {
        if (track.position() == null && track.projection.progress(tenant) instanceof Progress.At at) {
            track.found(at.position());
        }
        if (track.isPast()) {
            free(track);
        }
    }

    /** What was delivered may be another thing than what is stored, which decides. */
    private void applyDelivered(TenantId tenant, Track track, Position from, List<EventEnvelope> events) {
        try {
            applyAsFarAsPossible(tenant, track, from, events);
        } catch (EventFailedException e) {
            applyAsFarAsPossible(tenant, track, from, fetch(tenant, from, from.next()));
        }
    }

    /** All of them, or those before the one that cannot be applied. */
    private void applyAsFarAsPossible(TenantId tenant, Track track, Position from, List<EventEnvelope> events) {
        try {
            apply(tenant, track, from, events);
        } catch (EventFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            if (!(failures.classify(e) instanceof Failure.Park)) {
                throw e;
            }
            if (events.size() == 1) {
                throw new EventFailedException(events.getFirst(), e);
            }
            applyAsFarAsPossible(tenant, track, from, events.subList(0, events.size() / 2));
        }
    }

    private void apply(TenantId tenant, Track track, Position from, List<EventEnvelope> events) {
        switch (track.projection.apply(tenant, from, events)) {
            case Applied.Done done -> moved(tenant, track, done, events);
            case Applied.Ahead ahead -> applyAll(tenant, track, from, ahead.position());
            // the next round reads where the view really is
            case Applied.Lost _ -> track.forget();
        }
    }

    private void applyAll(TenantId tenant, Track track, Position from, Position to) {
        if (to.value() - from.value() > MOST_IN_ONE_PIECE) {
            rebuild(tenant, track);
            return;
        }
        List<EventEnvelope> events = fetch(tenant, from, to);
        Position last = events.getLast().position();
        if (!last.equals(to)) {
            // says why
            fetch(tenant, last, to);
        }
        switch (track.projection.apply(tenant, from, events)) {
            case Applied.Done done -> moved(tenant, track, done, events);
            case Applied.Ahead _, Applied.Lost _ -> track.forget();
        }
    }

    private void moved(TenantId tenant, Track track, Applied.Done done, List<EventEnvelope> events) {
        track.moved(done.position());
        listener.applied(track.projection.name(), tenant, events);
        free(track);
    }

    void free(Track track) {
        @Nullable Parked parked = track.free();
        if (parked != null) {
            listener.freed(parked);
        }
    }

    private void rebuild(TenantId tenant, Track track) {
        switch (track.projection.rebuild(tenant)) {
            case Applied.Done done -> {
                track.moved(done.position());
                listener.rebuilt(track.projection.name(), tenant, done.position());
                free(track);
            }
            case Applied.Lost _, Applied.Ahead _ -> throw new ContendedException(track.projection.name(), tenant);
        }
    }

    private List<EventEnvelope> fetch(TenantId tenant, Position after, Position upTo) {
        List<EventEnvelope> events = log.read(tenant, after, upTo);
        Position expected = after;
        for (EventEnvelope event : events) {
            expected = expected.next();
            requireAt(tenant, expected, event.position());
        }
        if (events.isEmpty()) {
            requireAt(tenant, upTo, expected);
        }
        return events;
    }

    private static void requireAt(TenantId tenant, Position expected, Position found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException(
                    "the store of tenant " + tenant + " has no event at position " + expected + " but at " + found);
        }
    }
}
