package io.neomt.command.kernel;

import io.neomt.event.Event;
import java.util.List;
import java.util.Map;

/** What a decider answers. */
public sealed interface Decision {

    /** @param events what happens; empty where all is already as asked */
    record Accepted(List<Event> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Rejected(Rejection rejection) implements Decision {}

    static Decision accept(Event... events) {
        return new Accepted(List.of(events));
    }

    static Decision accept(List<? extends Event> events) {
        return new Accepted(List.copyOf(events));
    }

    /** All is already as asked. */
    static Decision nothingToDo() {
        return new Accepted(List.of());
    }

    static Decision reject(RejectionCode code, String message, Map<String, ?> details) {
        return new Rejected(new Rejection(code, message, details));
    }
}
