package io.neomt.projection.tenantschema;

import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one event changes in one row of a tenant's schema. */
public sealed interface RowChange {

    /** Where and when a row last changed; the version is the position of the event. */
    record Stamp(long version, Instant at) {}

    /** A change of a row of {@code users}. */
    sealed interface OfUser extends RowChange {
        UserId user();

        Stamp stamp();
    }

    /** A change of a row of {@code roles}. */
    sealed interface OfRole extends RowChange {
        RoleId role();

        Stamp stamp();
    }

    record InsertUser(
            UserId user, String username, @Nullable String email, String displayName, String externalId, Stamp stamp)
            implements OfUser {}

    record SetUserActive(UserId user, boolean active, Stamp stamp) implements OfUser {}

    /** Something that belongs to the user changed, and with it the user's version. */
    record TouchUser(UserId user, Stamp stamp) implements OfUser {}

    record InsertRole(RoleId role, String name, String description, Stamp stamp) implements OfRole {}

    record UpdateRole(RoleId role, String name, String description, Stamp stamp) implements OfRole {}

    /** The row stays: the roles that inherited from this one are found through it. */
    record MarkRoleDeleted(RoleId role, Stamp stamp) implements OfRole {}

    record TouchRole(RoleId role, Stamp stamp) implements OfRole {}

    record PutUserRole(UserId user, RoleId role, Instant at) implements RowChange {}

    record RemoveUserRole(UserId user, RoleId role) implements RowChange {}

    record PutGrant(GrantId grant, UserId user, String permission, Effect effect, Instant at) implements RowChange {}

    record RemoveGrant(GrantId grant) implements RowChange {}

    record PutRolePermission(RoleId role, String permission, Instant at) implements RowChange {}

    record RemoveRolePermission(RoleId role, String permission) implements RowChange {}

    record PutRoleParent(RoleId role, RoleId parent) implements RowChange {}

    record RemoveRoleParent(RoleId role, RoleId parent) implements RowChange {}
}
