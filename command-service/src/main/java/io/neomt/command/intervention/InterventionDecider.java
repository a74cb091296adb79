package io.neomt.command.intervention;

import io.neomt.command.intervention.InterventionCommand.PatchEvent;
import io.neomt.command.intervention.InterventionCommand.SkipEvent;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.Subject;
import io.neomt.event.ProjectionEvent;
import io.neomt.event.ProjectionEvent.EventPatched;
import io.neomt.event.ProjectionEvent.EventSkipped;
import java.util.List;
import java.util.Map;

/** Only what stands in a projection's way can be skipped or patched. */
public final class InterventionDecider {

    private InterventionDecider() {}

    /** @param parked the projections that stand before the event */
    public static Decision decide(InterventionCommand command, List<ParkedEvent> parked) {
        return switch (command) {
            case SkipEvent skip ->
                parked.stream().anyMatch(each -> each.projection().equals(skip.projection()))
                        ? Decision.accept(
                                new EventSkipped(skip.tenantId(), skip.position(), skip.projection(), skip.reason()))
                        : notParked(skip);
            case PatchEvent patch -> parked.isEmpty() ? notParked(patch) : patch(patch, parked.getFirst());
        };
    }

    private static Decision patch(PatchEvent patch, ParkedEvent parked) {
        Subject subject = Subject.of(patch.tenantId(), patch.instead().event());
        if (!subject.equals(parked.subject()) || patch.instead().event() instanceof ProjectionEvent) {
            return Decision.reject(
                    InterventionRejection.PATCH_OF_ANOTHER_SUBJECT,
                    "The event at position " + patch.position() + " is about " + parked.subject() + ", the patch about "
                            + subject + "; a patch says another thing of the same subject.",
                    Map.of("subject", parked.subject().toString(), "patch", subject.toString()));
        }
        return Decision.accept(new EventPatched(
                patch.tenantId(),
                patch.position(),
                parked.projection(),
                patch.reason(),
                patch.instead().type(),
                patch.instead().schemaFingerprint(),
                patch.instead().payload()));
    }

    private static Decision notParked(InterventionCommand command) {
        return Decision.reject(
                InterventionRejection.EVENT_NOT_PARKED,
                "No such projection stands before position " + command.position()
                        + "; ./neo projections parked tells which do.",
                Map.of("position", command.position().value()));
    }
}
