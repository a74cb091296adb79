package io.neomt.projection.tenantschema;

import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do for a batch of events: at most one change per row, so that each table needs one statement per kind
 * of change, whatever the batch's size. Updates come before inserts, which may take names that an update lets go of, and
 * removals before puts, which may bring back what was removed.
 */
public record Rows(
        List<UserUpdate> userUpdates,
        List<NewUser> newUsers,
        List<RoleUpdate> roleUpdates,
        List<NewRole> newRoles,
        List<TeamUpdate> teamUpdates,
        List<NewTeam> newTeams,
        List<RowKey> removed,
        List<Row> put) {

    public Rows {
        userUpdates = List.copyOf(userUpdates);
        newUsers = List.copyOf(newUsers);
        roleUpdates = List.copyOf(roleUpdates);
        newRoles = List.copyOf(newRoles);
        teamUpdates = List.copyOf(teamUpdates);
        newTeams = List.copyOf(newTeams);
        removed = List.copyOf(removed);
        put = List.copyOf(put);
    }

    /** The removed rows of one table. */
    public <K extends RowKey> List<K> removed(Class<K> kind) {
        return removed.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The put rows of one table. */
    public <R extends Row> List<R> put(Class<R> kind) {
        return put.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Users who are deleted at the end of the batch: whatever they had is gone. */
    public List<UserId> deletedUsers() {
        return Stream.concat(
                        userUpdates.stream()
                                .filter(user -> user.status() == UserStatus.DELETED)
                                .map(UserUpdate::id),
                        newUsers.stream()
                                .filter(user -> user.status() == UserStatus.DELETED)
                                .map(NewUser::id))
                .toList();
    }

    /** A row of {@code users} as it stands after the batch. */
    public record NewUser(
            UserId id,
            String username,
            @Nullable String email,
            String displayName,
            String externalId,
            UserStatus status,
            Instant createdAt,
            Stamp last) {}

    /**
     * Null is what stays as it is, but for the e-mail address.
     *
     * @param described whether the e-mail address, which may become none, and the name are set
     */
    public record UserUpdate(
            UserId id,
            boolean described,
            @Nullable String email,
            @Nullable String displayName,
            @Nullable UserStatus status,
            Stamp last) {}

    /** A row of {@code roles} as it stands after the batch. */
    public record NewRole(
            RoleId id,
            String name,
            String description,
            boolean system,
            Instant createdAt,
            Stamp last,
            @Nullable Instant deletedAt) {}

    /** Null is what stays as it is. */
    public record RoleUpdate(
            RoleId id,
            @Nullable String name,
            @Nullable String description,
            Stamp last,
            @Nullable Instant deletedAt) {}

    /** A row of {@code teams} as it stands after the batch. */
    public record NewTeam(
            TeamId id,
            String name,
            String description,
            @Nullable TeamId parent,
            Instant createdAt,
            Stamp last,
            @Nullable Instant deletedAt) {}

    /**
     * Null is what stays as it is, but for the parent.
     *
     * @param moved whether the parent, which may become none, is set
     */
    public record TeamUpdate(
            TeamId id,
            @Nullable String name,
            @Nullable String description,
            boolean moved,
            @Nullable TeamId parent,
            Stamp last,
            @Nullable Instant deletedAt) {}
}
