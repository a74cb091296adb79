package io.neomt.command.kernel;

/** Refusals that any command may meet. */
public enum CommonRejection implements RejectionCode {
    FORBIDDEN(
            RejectionKind.FORBIDDEN, "The actor lacks the permission that the details name, or may do nothing at all."),
    TENANT_FORBIDDEN(RejectionKind.FORBIDDEN, "A user of one tenant acted in another that gave it no access."),
    TENANT_NOT_FOUND(RejectionKind.NOT_FOUND, "There is no such tenant."),
    USER_NOT_FOUND(RejectionKind.NOT_FOUND, "The tenant has no such user."),
    TENANT_NOT_ACTIVE(RejectionKind.CONFLICT, "The tenant is still being made; wait until its status is active."),
    TENANT_SUSPENDED(
            RejectionKind.FORBIDDEN, "The tenant is suspended; nobody may do anything in it, nor its users elsewhere."),
    TENANT_DELETED(
            RejectionKind.FORBIDDEN, "The tenant is deleted; nobody may do anything in it, nor its users elsewhere."),
    NAME_TAKEN(
            RejectionKind.CONFLICT,
            "The name that the details give is held by another user, role or team of the tenant."),
    SLUG_TAKEN(RejectionKind.CONFLICT, "The slug is held by another tenant or organization."),
    SLUG_RESERVED(RejectionKind.RULE, "The slug is kept for the platform; choose another."),
    IDEMPOTENCY_KEY_REUSED(RejectionKind.CONFLICT, "The idempotency key was used before for a different request."),
    VERSION_MISMATCH(RejectionKind.STALE, "The resource was changed since it was read; read it again.");

    private final RejectionKind kind;
    private final String meaning;

    CommonRejection(RejectionKind kind, String meaning) {
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
