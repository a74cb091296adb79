package io.neomt.query.web;

import io.neomt.query.lookup.TeamDetail;
import io.neomt.query.lookup.TeamView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team with its place and with what it gives to its members.
 *
 * @param ancestors the teams above it, nearest first; their roles and permissions come to its members, too
 */
record TeamBody(
        UUID id,
        String name,
        String description,
        @Nullable UUID parentId,
        List<TeamDetail.Ancestor> ancestors,
        List<AssignedRoleBody> roles,
        List<GivenBody> permissions,
        long memberCount,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static TeamBody of(TeamDetail detail) {
        TeamView team = detail.team();
        return new TeamBody(
                team.id(),
                team.name(),
                team.description(),
                team.parentId(),
                detail.ancestors(),
                detail.roles().stream().map(AssignedRoleBody::of).toList(),
                detail.permissions().stream().map(GivenBody::of).toList(),
                detail.members(),
                team.version(),
                team.createdAt(),
                team.updatedAt());
    }
}
