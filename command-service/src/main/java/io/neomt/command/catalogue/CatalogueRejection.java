package io.neomt.command.catalogue;

import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.RejectionKind;

/** Why a command about the catalogue is refused. */
public enum CatalogueRejection implements RejectionCode {
    PERMISSION_NOT_FOUND(RejectionKind.NOT_FOUND, "The tenant's catalogue does not know the code."),
    SYSTEM_PERMISSION(RejectionKind.RULE, "The code is one of the platform's own, which are always known as they are."),
    CATALOGUE_FULL(RejectionKind.RULE, "The catalogue holds as many codes as it can.");

    private final RejectionKind kind;
    private final String meaning;

    CatalogueRejection(RejectionKind kind, String meaning) {
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
