package io.neomt.command.user;

import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.RejectionKind;

/** Why a command about a user's life is refused. */
public enum UserRejection implements RejectionCode {
    USER_EXISTS(RejectionKind.CONFLICT, "A user with this id was created before.");

    private final RejectionKind kind;
    private final String meaning;

    UserRejection(RejectionKind kind, String meaning) {
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
