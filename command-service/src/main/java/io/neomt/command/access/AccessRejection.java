package io.neomt.command.access;

import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.RejectionKind;

/** Why a command about access from other tenants is refused. */
public enum AccessRejection implements RejectionCode {
    ACCESS_GRANT_EXISTS(RejectionKind.CONFLICT, "An access grant with this id was made before."),
    ACCESS_GRANT_NOT_FOUND(RejectionKind.NOT_FOUND, "The tenant has no such access grant, or it was revoked."),
    ACCESS_AT_HOME(RejectionKind.RULE, "The user belongs to the tenant itself; grant it the permission directly.");

    private final RejectionKind kind;
    private final String meaning;

    AccessRejection(RejectionKind kind, String meaning) {
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
