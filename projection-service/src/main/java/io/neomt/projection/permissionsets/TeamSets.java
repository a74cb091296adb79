package io.neomt.projection.permissionsets;

import io.neomt.event.Position;
import io.neomt.event.TeamId;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedTeam;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sets of teams: what each gives with all that its ancestors give, nearest first. A deleted team gives nothing and
 * nothing comes from above it.
 */
public final class TeamSets {

    private final Map<TeamId, TeamRow> rows = new HashMap<>();

    /** @param rows the teams in question and all their ancestors */
    public TeamSets(Collection<TeamRow> rows) {
        rows.forEach(row -> this.rows.put(row.id(), row));
    }

    public CachedTeam set(TeamRow team, Position version) {
        List<CachedTeam.RoleRef> roles = new ArrayList<>();
        List<CachedPermission> permissions = new ArrayList<>();
        List<TeamId> upwards = new ArrayList<>();
        List<String> path = List.of();
        for (TeamRow each : upwards(team)) {
            List<String> here = append(path, each.name());
            each.roles().forEach(role -> roles.add(new CachedTeam.RoleRef(role.id(), here, role.terms())));
            each.permissions().forEach(permission -> permissions.add(new CachedPermission(permission, here)));
            upwards.add(each.id());
            path = here;
        }
        return new CachedTeam(version, team.deleted(), team.name(), upwards, roles, permissions);
    }

    /** The team itself first. Ends on a cycle, too. */
    private Set<TeamRow> upwards(TeamRow team) {
        Set<TeamRow> found = new LinkedHashSet<>();
        @Nullable TeamRow next = team;
        while (next != null && !next.deleted() && found.add(next)) {
            next = next.parent() == null ? null : row(next.parent());
        }
        return found;
    }

    private TeamRow row(TeamId id) {
        @Nullable TeamRow row = rows.get(id);
        if (row == null) {
            throw new IllegalArgumentException("the team " + id + " is missing");
        }
        return row;
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }
}
