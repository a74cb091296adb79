package io.neomt.query.audit;

import io.neomt.event.GrantId;
import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import io.neomt.view.cache.CachedUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a user of the tenant was and held. */
final class PastUser {

    final String username;
    CachedUser.Status status = CachedUser.Status.ACTIVE;
    final Map<RoleId, Terms> roles = new LinkedHashMap<>(0);
    final Map<TeamId, Terms> teams = new LinkedHashMap<>(0);
    final Map<GrantId, Permission> grants = new LinkedHashMap<>(0);

    PastUser(String username) {
        this.username = username;
    }

    CachedUser set(Position version) {
        return new CachedUser(
                version,
                status,
                roles.entrySet().stream()
                        .map(role -> new CachedUser.RoleRef(role.getKey(), role.getValue()))
                        .toList(),
                teams.entrySet().stream()
                        .map(team -> new CachedUser.Membership(team.getKey(), team.getValue()))
                        .toList(),
                grants.entrySet().stream()
                        .map(grant -> new CachedUser.Grant(grant.getKey(), grant.getValue()))
                        .toList(),
                List.of());
    }
}
