package io.neomt.query.audit;

import io.neomt.event.RoleId;
import io.neomt.permission.Permission;
import io.neomt.permission.RoleClosure;
import io.neomt.permission.Terms;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a role gave and inherited. */
final class PastRole {

    String name;
    boolean deleted;
    final Set<Permission> permissions = new LinkedHashSet<>();
    final Map<RoleId, Terms> parents = new LinkedHashMap<>(0);

    PastRole(String name) {
        this.name = name;
    }

    RoleClosure.Role<RoleId> role() {
        return new RoleClosure.Role<>(
                name,
                List.copyOf(permissions),
                parents.entrySet().stream()
                        .map(parent -> new RoleClosure.Parent<>(parent.getKey(), parent.getValue()))
                        .toList());
    }
}
