package io.neomt.command.tenant;

import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.RejectionKind;

/** Why a command about a tenant is refused. */
public enum TenantRejection implements RejectionCode {
    TENANT_EXISTS(RejectionKind.CONFLICT, "A tenant with this id was requested before."),
    TENANT_ALREADY_ACTIVE(RejectionKind.CONFLICT, "The tenant is active on another connection."),
    WRONG_TENANT_STATUS(
            RejectionKind.CONFLICT,
            "The tenant's status does not allow this; the details give the status and those that would."),
    RESTORE_TIME_OVER(
            RejectionKind.CONFLICT, "The tenant is being purged, or could be restored only until the time given."),
    UNKNOWN_ORGANIZATION(RejectionKind.RULE, "The organization that the request names does not exist."),
    UNKNOWN_REGION(RejectionKind.RULE, "The region that the request names is not registered or takes no tenants."),
    UNKNOWN_CONNECTION(RejectionKind.RULE, "The database connection that the request names is not registered."),
    PLATFORM_TENANT(RejectionKind.RULE, "The platform's own tenant is never suspended or deleted.");

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
