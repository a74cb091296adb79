package io.neomt.command.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.Membership;
import io.neomt.commons.docs.OrText;
import io.neomt.event.UserId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user who is to be a member. The id alone makes a member without limits.
 *
 * @param teamRole a label, {@code member} if absent
 */
@OrText
record MemberItem(
        UserId userId,
        @Nullable String teamRole,
        @Nullable Instant validFrom,
        @Nullable Instant expiresAt,
        @Nullable String condition) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    MemberItem {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static MemberItem ofText(String userId) {
        return new MemberItem(Lists.id(userId, UserId::of, UserId.class), null, null, null, null);
    }

    /** @param at where in the body it stands, with a dot */
    Membership membership(String at) {
        return new Membership(
                Objects.requireNonNullElse(teamRole, "member"), Field.terms(at, validFrom, expiresAt, condition));
    }
}
