package io.neomt.query.lookup;

import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.UUID;

/** @param teamRole what the member is called in the team, such as lead; it gives nothing */
public record TeamMember(
        UUID userId,
        String username,
        String displayName,
        String status,
        String teamRole,
        Instant joinedAt,
        Terms terms) {}
