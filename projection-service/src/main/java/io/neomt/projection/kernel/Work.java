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
 */
record Work(List<EventEnvelope> events, Position upTo, boolean recheck, boolean retry) {

    Work {
        events = List.copyOf(events);
    }
}
