package io.neomt.command.template;

import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.RejectionKind;

/** Why a command about a role template is refused. */
public enum TemplateRejection implements RejectionCode {
    ROLE_TEMPLATE_NOT_FOUND(RejectionKind.NOT_FOUND, "The platform has no such role template, or it was removed.");

    private final RejectionKind kind;
    private final String meaning;

    TemplateRejection(RejectionKind kind, String meaning) {
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
