package io.neomt.command.resource;

import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.RejectionKind;

/** Why a command about a resource is refused. */
public enum ResourceRejection implements RejectionCode {
    RESOURCE_NOT_FOUND(RejectionKind.NOT_FOUND, "The tenant has no such resource, or it was removed.");

    private final RejectionKind kind;
    private final String meaning;

    ResourceRejection(RejectionKind kind, String meaning) {
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
