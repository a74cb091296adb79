package io.neomt.command;

import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.event.Event;
import io.neomt.testkit.DeciderSpecification.Outcome;
import java.util.UUID;

/** Decisions in the words of the specification, and ids to tell things apart. */
public final class Answers {

    private Answers() {}

    public static Outcome<Event, RejectionCode> of(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> new Outcome.Accepted<>(accepted.events());
            case Decision.Rejected rejected ->
                new Outcome.Rejected<>(rejected.rejection().code());
        };
    }

    /** The same id for the same number. */
    public static UUID id(int number) {
        return new UUID(0x7001L, 0x8000_0000_0000_0000L + number);
    }
}
