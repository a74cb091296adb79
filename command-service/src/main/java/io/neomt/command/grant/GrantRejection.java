package io.neomt.command.grant;

import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.RejectionKind;

/** Why a command about what a user holds is refused. */
public enum GrantRejection implements RejectionCode {
    GRANT_NOT_FOUND(RejectionKind.NOT_FOUND, "The user has no such direct grant or denial.");

    private final RejectionKind kind;
    private final String meaning;

    GrantRejection(RejectionKind kind, String meaning) {
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
