package io.neomt.command.organization;

import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.RejectionKind;

/** Why a command about an organization is refused. */
public enum OrganizationRejection implements RejectionCode {
    ORGANIZATION_EXISTS(RejectionKind.CONFLICT, "An organization with this id was created before.");

    private final RejectionKind kind;
    private final String meaning;

    OrganizationRejection(RejectionKind kind, String meaning) {
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
