package io.neomt.command.model;

import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.RejectionKind;

/** Why many operations are refused together. */
public enum BulkRejection implements RejectionCode {
    CONTRADICTORY_OPERATIONS(
            "Operations contradict each other, such as a role assigned and unassigned; the details name each by its index."),
    BULK_REFUSED("At least one operation is refused; the details name each by its index, with its code.");

    private final String meaning;

    BulkRejection(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public RejectionKind kind() {
        return RejectionKind.RULE;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
