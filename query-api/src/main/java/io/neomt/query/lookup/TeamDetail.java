package io.neomt.query.lookup;

import io.neomt.permission.Permission;
import java.util.List;
import java.util.UUID;

/**
 * A team with its place and with what it gives to its members.
 *
 * @param ancestors the teams above it, nearest first
 * @param roles its own, by name
 * @param permissions its own
 */
public record TeamDetail(
        TeamView team, List<Ancestor> ancestors, List<AssignedRole> roles, List<Permission> permissions, long members) {

    public TeamDetail {
        ancestors = List.copyOf(ancestors);
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
    }

    /** A team above. */
    public record Ancestor(UUID id, String name) {}
}
