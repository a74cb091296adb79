package io.neomt.projection.tenantschema;

import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import org.jspecify.annotations.Nullable;

/** What one event changes in one row of a tenant's schema. */
public sealed interface RowChange {

    /** The row is written, in place of an earlier one of its key. */
    record Put(Row row) implements RowChange {}

    record Remove(RowKey key) implements RowChange {}

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

    /** A change of a row of {@code teams}. */
    sealed interface OfTeam extends RowChange {
        TeamId team();

        Stamp stamp();
    }

    record InsertUser(
            UserId user, String username, @Nullable String email, String displayName, String externalId, Stamp stamp)
            implements OfUser {}

    record UpdateUser(UserId user, @Nullable String email, String displayName, Stamp stamp) implements OfUser {}

    record SetUserStatus(UserId user, UserStatus status, Stamp stamp) implements OfUser {}

    /** Something that belongs to the user changed, and with it the user's version. */
    record TouchUser(UserId user, Stamp stamp) implements OfUser {}

    record InsertRole(RoleId role, String name, String description, boolean system, Stamp stamp) implements OfRole {}

    record UpdateRole(RoleId role, String name, String description, Stamp stamp) implements OfRole {}

    /** The row stays: the roles that inherited from this one are found through it. */
    record MarkRoleDeleted(RoleId role, Stamp stamp) implements OfRole {}

    record TouchRole(RoleId role, Stamp stamp) implements OfRole {}

    record InsertTeam(
            TeamId team,
            String name,
            String description,
            @Nullable TeamId parent,
            Stamp stamp) implements OfTeam {}

    record UpdateTeam(TeamId team, String name, String description, Stamp stamp) implements OfTeam {}

    record MoveTeam(TeamId team, @Nullable TeamId parent, Stamp stamp) implements OfTeam {}

    /** The row stays: the teams below this one are found through it. */
    record MarkTeamDeleted(TeamId team, Stamp stamp) implements OfTeam {}

    record TouchTeam(TeamId team, Stamp stamp) implements OfTeam {}
}
