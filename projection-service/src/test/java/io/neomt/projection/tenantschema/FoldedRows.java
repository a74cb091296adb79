package io.neomt.projection.tenantschema;

import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.UserId;
import io.neomt.projection.tenantschema.RowChange.PutGrant;
import io.neomt.projection.tenantschema.RowChange.PutRoleParent;
import io.neomt.projection.tenantschema.RowChange.PutRolePermission;
import io.neomt.projection.tenantschema.RowChange.PutUserRole;
import io.neomt.projection.tenantschema.Rows.NewRole;
import io.neomt.projection.tenantschema.Rows.NewUser;
import io.neomt.projection.tenantschema.Rows.RoleParent;
import io.neomt.projection.tenantschema.Rows.RolePermission;
import io.neomt.projection.tenantschema.Rows.RoleUpdate;
import io.neomt.projection.tenantschema.Rows.UserRole;
import io.neomt.projection.tenantschema.Rows.UserUpdate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tables in memory that do with a batch's rows what the statements do, plainly. */
final class FoldedRows {

    final Map<UserId, NewUser> users = new HashMap<>();
    final Map<RoleId, NewRole> roles = new HashMap<>();
    final Map<UserRole, PutUserRole> userRoles = new HashMap<>();
    final Map<GrantId, PutGrant> grants = new HashMap<>();
    final Map<RolePermission, PutRolePermission> permissions = new HashMap<>();
    final Map<RoleParent, PutRoleParent> parents = new HashMap<>();

    void apply(Rows rows) {
        rows.newUsers().forEach(user -> requireNew(users.put(user.id(), user)));
        rows.userUpdates().forEach(this::update);
        rows.newRoles().forEach(role -> requireNew(roles.put(role.id(), role)));
        rows.roleUpdates().forEach(this::update);
        rows.userRolesRemoved().forEach(userRoles::remove);
        rows.userRoles().forEach(put -> userRoles.put(new UserRole(put.user(), put.role()), put));
        rows.grantsRemoved().forEach(grants::remove);
        rows.grants().forEach(put -> grants.put(put.grant(), put));
        rows.rolePermissionsRemoved().forEach(permissions::remove);
        rows.rolePermissions().forEach(put -> permissions.put(new RolePermission(put.role(), put.permission()), put));
        rows.roleParentsRemoved().forEach(parents::remove);
        rows.roleParents().forEach(put -> parents.put(new RoleParent(put.role(), put.parent()), put));
    }

    private void update(UserUpdate update) {
        users.computeIfPresent(
                update.id(),
                (id, row) -> new NewUser(
                        id,
                        row.username(),
                        row.email(),
                        row.displayName(),
                        row.externalId(),
                        Objects.requireNonNullElse(update.active(), row.active()),
                        update.version(),
                        row.createdAt(),
                        update.updatedAt()));
    }

    private void update(RoleUpdate update) {
        roles.computeIfPresent(
                update.id(),
                (id, row) -> new NewRole(
                        id,
                        Objects.requireNonNullElse(update.name(), row.name()),
                        Objects.requireNonNullElse(update.description(), row.description()),
                        update.version(),
                        row.createdAt(),
                        update.updatedAt(),
                        update.deletedAt() == null ? row.deletedAt() : update.deletedAt()));
    }

    private static void requireNew(@Nullable Object earlier) {
        if (earlier != null) {
            throw new IllegalStateException("inserted twice: " + earlier);
        }
    }

    Map<String, Object> all() {
        return Map.of(
                "users", users,
                "roles", roles,
                "userRoles", userRoles,
                "grants", grants,
                "permissions", permissions,
                "parents", parents);
    }
}
