package io.neomt.command.intervention;

import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.RejectionKind;

/** Why an event is neither skipped nor patched. */
public enum InterventionRejection implements RejectionCode {
    EVENT_NOT_PARKED(RejectionKind.CONFLICT, "The projection does not stand before an event at this position."),
    PATCH_OF_ANOTHER_SUBJECT(RejectionKind.RULE, "The patch is about another subject than the event that it replaces."),
    PATCH_UNDECODABLE(RejectionKind.RULE, "The patch is no event of the type that it names; the message says why.");

    private final RejectionKind kind;
    private final String meaning;

    InterventionRejection(RejectionKind kind, String meaning) {
        this.kind = kind;
        this.meaning = meaning;
    }

    @Override
    public RejectionKind kind() {
        return kind;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
