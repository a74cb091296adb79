package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.permission.Terms;
import io.neomt.query.lookup.TeamMember;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member of a team, and on which terms. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TeamMemberBody(
        UUID userId,
        String username,
        String displayName,
        String status,
        String teamRole,
        Instant joinedAt,
        @Nullable Instant validFrom,
        @Nullable Instant expiresAt,
        @Nullable String condition) {

    static TeamMemberBody of(TeamMember member) {
        Terms terms = member.terms();
        return new TeamMemberBody(
                member.userId(),
                member.username(),
                member.displayName(),
                member.status(),
                member.teamRole(),
                member.joinedAt(),
                terms.validFrom(),
                terms.expiresAt(),
                terms.condition());
    }
}
