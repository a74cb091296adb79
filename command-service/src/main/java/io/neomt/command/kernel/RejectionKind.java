package io.neomt.command.kernel;

/** What sort of refusal it is, with the HTTP status that says so. */
public enum RejectionKind {
    FORBIDDEN(403),
    NOT_FOUND(404),
    CONFLICT(409),
    STALE(412),
    RULE(422);

    private final int status;

    RejectionKind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
