package io.neomt.command.kernel;

/** Why something may not be given as it was asked for. */
public enum GivingRejection implements RejectionCode {
    INVALID_WINDOW("The window ends before or when it begins, or it is over already; the details give both bounds."),
    INVALID_CONDITION("The condition cannot be compiled; the details say where and why."),
    UNKNOWN_PERMISSION(
            "The tenant's catalogue does not know the code; the details give the most similar ones that it knows."),
    UNKNOWN_ROLE("A role that the request names does not exist or was deleted."),
    UNKNOWN_USER("A user that the request names does not exist or was deleted."),
    UNKNOWN_TEAM("A team that the request names does not exist or was deleted.");

    private final String meaning;

    GivingRejection(String meaning) {
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
