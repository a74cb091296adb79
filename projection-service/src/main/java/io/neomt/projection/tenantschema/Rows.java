package io.neomt.projection.tenantschema;

import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.UserId;
import io.neomt.projection.tenantschema.RowChange.PutGrant;
import io.neomt.projection.tenantschema.RowChange.PutRoleParent;
import io.neomt.projection.tenantschema.RowChange.PutRolePermission;
import io.neomt.projection.tenantschema.RowChange.PutUserRole;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do for a batch of events: at most one change per row, so that each table needs one statement per kind
 * of change, whatever the batch's size. Applied in the order of the components, foreign keys hold.
 */
public record Rows(
        List<NewUser> newUsers,
        List<UserUpdate> userUpdates,
        List<NewRole> newRoles,
        List<RoleUpdate> roleUpdates,
        List<UserRole> userRolesRemoved,
        List<PutUserRole> userRoles,
        List<GrantId> grantsRemoved,
        List<PutGrant> grants,
        List<RolePermission> rolePermissionsRemoved,
        List<PutRolePermission> rolePermissions,
        List<RoleParent> roleParentsRemoved,
        List<PutRoleParent> roleParents) {

    public Rows {
        newUsers = List.copyOf(newUsers);
        userUpdates = List.copyOf(userUpdates);
        newRoles = List.copyOf(newRoles);
        roleUpdates = List.copyOf(roleUpdates);
        userRolesRemoved = List.copyOf(userRolesRemoved);
        userRoles = List.copyOf(userRoles);
        grantsRemoved = List.copyOf(grantsRemoved);
        grants = List.copyOf(grants);
        rolePermissionsRemoved = List.copyOf(rolePermissionsRemoved);
        rolePermissions = List.copyOf(rolePermissions);
        roleParentsRemoved = List.copyOf(roleParentsRemoved);
        roleParents = List.copyOf(roleParents);
    }

    /** A row of {@code users} as it stands after the batch. */
    public record NewUser(
            UserId id,
            String username,
            @Nullable String email,
            String displayName,
            String externalId,
            boolean active,
            long version,
            Instant createdAt,
            Instant updatedAt) {}

    /** @param active null when it stays as it is */
    public record UserUpdate(UserId id, @Nullable Boolean active, long version, Instant updatedAt) {}

    /** A row of {@code roles} as it stands after the batch. */
    public record NewRole(
            RoleId id,
            String name,
            String description,
            long version,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant deletedAt) {}

    /** Null is what stays as it is. */
    public record RoleUpdate(
            RoleId id,
            @Nullable String name,
            @Nullable String description,
            long version,
            Instant updatedAt,
            @Nullable Instant deletedAt) {}

    public record UserRole(UserId user, RoleId role) {}

    public record RolePermission(RoleId role, String permission) {}

    public record RoleParent(RoleId role, RoleId parent) {}
}
