package io.neomt.command.role;

import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.RejectionKind;

/** Why a command about a role is refused. */
public enum RoleRejection implements RejectionCode {
    ROLE_EXISTS(RejectionKind.CONFLICT, "A role with this id was created before."),
    ROLE_NOT_FOUND(RejectionKind.NOT_FOUND, "The tenant has no such role, or it was deleted."),
    UNKNOWN_PARENT(RejectionKind.RULE, "A role that shall be inherited does not exist or was deleted."),
    UNKNOWN_TEMPLATE(RejectionKind.RULE, "The platform has no role template of the name."),
    SYSTEM_ROLE(RejectionKind.RULE, "The platform needs the role; it is not renamed, deleted or emptied."),
    ROLE_CYCLE(RejectionKind.RULE, "The role would inherit from itself; the details give the path of role names.");

    private final RejectionKind kind;
    private final String meaning;

    RoleRejection(RejectionKind kind, String meaning) {
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
