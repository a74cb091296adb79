package io.neomt.projection.permissionsets;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedRole;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What roles give with all that they inherit. Each ancestor's permissions appear once, by the shortest path to it, and
 * of paths of the same length by the first in the order of names: so equal rows always make equal sets. A deleted role
 * gives nothing and passes nothing on.
 */
public final class RoleClosure {

    private static final Comparator<RoleRow> BY_NAME =
            Comparator.comparing(RoleRow::name).thenComparing(RoleRow::id);

    private final Map<RoleId, RoleRow> rows = new HashMap<>();

    /** @param rows the roles in question and all their ancestors */
    public RoleClosure(Collection<RoleRow> rows) {
        rows.forEach(row -> this.rows.put(row.id(), row));
    }

    public CachedRole set(RoleRow role, Position version) {
        List<CachedPermission> permissions = role.deleted() ? List.of() : inherited(role);
        return new CachedRole(version, role.deleted(), role.name(), permissions);
    }

    private List<CachedPermission> inherited(RoleRow role) {
        List<CachedPermission> found = new ArrayList<>();
        Set<RoleId> seen = new HashSet<>(Set.of(role.id()));
        Deque<Reached> open = new ArrayDeque<>(List.of(new Reached(role, List.of(role.name()))));
        while (!open.isEmpty()) {
            Reached reached = open.remove();
            addPermissions(found, reached);
            for (RoleRow parent : livingParents(reached.role())) {
                if (seen.add(parent.id())) {
                    open.add(reached.to(parent));
                }
            }
        }
        return found;
    }

    private static void addPermissions(List<CachedPermission> found, Reached reached) {
        reached.role().permissions().stream()
                .sorted()
                .forEach(text -> found.add(
                        new CachedPermission(Permission.grant(PermissionPattern.parse(text)), reached.path())));
    }

    private List<RoleRow> livingParents(RoleRow role) {
        List<RoleRow> parents = new ArrayList<>();
        for (RoleId id : role.parents()) {
            @Nullable RoleRow parent = rows.get(id);
            if (parent == null) {
                throw new IllegalArgumentException("the parent " + id + " of role " + role.id() + " is missing");
            }
            if (!parent.deleted()) {
                parents.add(parent);
            }
        }
        parents.sort(BY_NAME);
        return parents;
    }

    private record Reached(RoleRow role, List<String> path) {
        Reached to(RoleRow parent) {
            List<String> longer = new ArrayList<>(path);
            longer.add(parent.name());
            return new Reached(parent, longer);
        }
    }
}
