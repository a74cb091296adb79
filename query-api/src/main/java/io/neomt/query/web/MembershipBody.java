package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.permission.Terms;
import io.neomt.query.lookup.Membership;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A team that a user is in, and on which terms. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MembershipBody(
        UUID id,
        String name,
        @Nullable UUID parentId,
        String teamRole,
        Instant joinedAt,
        @Nullable Instant validFrom,
        @Nullable Instant expiresAt,
        @Nullable String condition) {

    static MembershipBody of(Membership membership) {
        Terms terms = membership.terms();
        return new MembershipBody(
                membership.teamId(),
                membership.name(),
                membership.parentId(),
                membership.teamRole(),
                membership.joinedAt(),
                terms.validFrom(),
                terms.expiresAt(),
                terms.condition());
    }
}
