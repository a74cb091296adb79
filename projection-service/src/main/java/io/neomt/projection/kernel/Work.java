package io.neomt.projection.kernel;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import java.util.List;

/**
 * What is to be done for one tenant.
 *
 * @param events delivered, sorted by position
 * @param upTo how far to go; whatever was not delivered is in the store
 * @param recheck look where the views really are, and go up to the store's head
 * @param retry what is waiting after a failure is tried again
 * @param parkings what is known elsewhere to be parked, or to be tried again
 */
record Work(List<EventEnvelope> events, Position upTo, boolean recheck, boolean retry, List<Parking> parkings) {

    Work {
        events = List.copyOf(events);
        parkings = List.copyOf(parkings);
    }

    Work(List<EventEnvelope> events, Position upTo, boolean recheck, boolean retry) {
        this(events, upTo, recheck, retry, List.of());
    }

    /** The same with other events. */
    Work with(List<EventEnvelope> other) {
        return new Work(other, upTo, recheck, retry, parkings);
    }

    /** What somebody says of a projection that is parked. */
    sealed interface Parking {

        Parked parked();

        /** It is so, as another process or an earlier one has found. */
        record Keep(Parked parked) implements Parking {}

        /** It shall be tried again. */
        record TryAgain(Parked parked) implements Parking {}
    }
}
