package io.neomt.command.tenant;

import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.RejectionKind;

/** Why a command about a tenant is refused. */
public enum TenantRejection implements RejectionCode {
    TENANT_EXISTS(RejectionKind.CONFLICT, "A tenant with this id was requested before."),
    TENANT_ALREADY_ACTIVE(RejectionKind.CONFLICT, "The tenant is active on another connection."),
    UNKNOWN_ORGANIZATION(RejectionKind.RULE, "The organization that the request names does not exist."),
    UNKNOWN_CONNECTION(RejectionKind.RULE, "The database connection that the request names is not registered.");

    private final RejectionKind kind;
    private final String meaning;

    TenantRejection(RejectionKind kind, String meaning) {
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
