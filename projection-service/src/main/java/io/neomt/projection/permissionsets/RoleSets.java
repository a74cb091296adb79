package io.neomt.projection.permissionsets;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.permission.RoleClosure;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedRole;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sets of roles: what each gives with all that it inherits. */
public final class RoleSets {

    private final Map<RoleId, RoleRow> rows = new HashMap<>();

    /** @param rows the roles in question and all their ancestors */
    public RoleSets(Collection<RoleRow> rows) {
        rows.forEach(row -> this.rows.put(row.id(), row));
    }

    public CachedRole set(RoleRow role, Position version) {
        List<CachedPermission> permissions = RoleClosure.of(role.id(), this::find).stream()
                .map(held -> new CachedPermission(held.permission(), held.path(), held.terms()))
                .toList();
        return new CachedRole(version, role.deleted(), role.name(), permissions);
    }

    private RoleClosure.@Nullable Role<RoleId> find(RoleId id) {
        @Nullable RoleRow row = rows.get(id);
        if (row == null) {
            throw new IllegalArgumentException("the role " + id + " is missing");
        }
        return row.deleted() ? null : new RoleClosure.Role<>(row.name(), row.permissions(), row.parents());
    }
}
