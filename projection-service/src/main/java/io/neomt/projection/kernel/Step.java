package io.neomt.projection.kernel;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import java.util.ArrayList;
import java.util.List;

/** What a projection of one tenant does next. */
sealed interface Step {

    /** @param events dense, the first one is the next */
    record Apply(List<EventEnvelope> events) implements Step {
        public Apply {
            events = List.copyOf(events);
        }
    }

    /** The next event was not delivered; it and those up to here are in the store. */
    record Fetch(Position upTo) implements Step {}

    record Nothing() implements Step {}

    /**
     * Decides by positions alone: what is applied already is dropped, what was delivered twice counts once, and what is
     * missing is fetched.
     *
     * @param delivered sorted by position
     * @param limit how far to go at most
     * @param most how many events one step takes
     */
    static Step next(Position last, List<EventEnvelope> delivered, Position limit, int most) {
        if (last.isAtLeast(limit)) {
            return new Nothing();
        }
        Position end = new Position(Math.min(limit.value(), last.value() + most));
        List<EventEnvelope> run = new ArrayList<>();
        Position expected = last.next();
        for (EventEnvelope event : delivered) {
            int order = event.position().compareTo(expected);
            if (order > 0 || event.position().compareTo(end) > 0) {
                return run.isEmpty() ? new Fetch(before(event.position(), end)) : new Apply(run);
            }
            if (order == 0) {
                run.add(event);
                expected = expected.next();
            }
        }
        return run.isEmpty() ? new Fetch(end) : new Apply(run);
    }

    private static Position before(Position found, Position end) {
        return new Position(Math.min(found.value() - 1, end.value()));
    }
}
