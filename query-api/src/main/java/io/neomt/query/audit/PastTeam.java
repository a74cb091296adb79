package io.neomt.query.audit;

import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a team gave to its members. */
final class PastTeam {

    String name;
    boolean deleted;

    @Nullable
    TeamId parent;

    final Map<RoleId, Terms> roles = new LinkedHashMap<>(0);
    final Set<Permission> permissions = new LinkedHashSet<>(0);

    PastTeam(String name, @Nullable TeamId parent) {
        this.name = name;
        this.parent = parent;
    }
}
