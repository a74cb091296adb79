package io.neomt.command.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.neomt.command.kernel.Field;
import io.neomt.commons.docs.OrText;
import io.neomt.event.RoleId;
import io.neomt.permission.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A role that is to be given. Its id alone gives it without limits. */
@OrText
record RoleItem(
        RoleId roleId,
        @Nullable Instant validFrom,
        @Nullable Instant expiresAt,
        @Nullable String condition) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    RoleItem {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RoleItem ofText(String roleId) {
        return new RoleItem(Lists.id(roleId, RoleId::of, RoleId.class), null, null, null);
    }

    /** @param at where in the body it stands, with a dot */
    Terms terms(String at) {
        return Field.terms(at, validFrom, expiresAt, condition);
    }
}
